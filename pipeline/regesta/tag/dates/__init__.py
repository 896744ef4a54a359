"""Dates in prose: recognised by tables and a grammar, and decided over the whole document. Pure Python, no spaCy."""
