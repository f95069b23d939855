"""Places: which of the places that a sentence names is where the attack was, and what the sentences around it add."""
