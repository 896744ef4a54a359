"""The components of the tagging pipeline, one a file, each a factory that spaCy knows by name."""
