"""Mentions become claims: what happened, when, where, who; who says so, how firmly. Reads no file, no spaCy."""
