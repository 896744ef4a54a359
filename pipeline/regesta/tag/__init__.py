"""Tag: a spaCy pipeline that proposes mentions. Imports spaCy only where a text is tagged."""
