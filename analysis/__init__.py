"""Reads news reports of armed attacks into four tables and sets the sources side by side."""

__version__ = "0.1.0"
