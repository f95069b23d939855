"""People: what the words around a figure, and the rest of the source, say of its people."""
