"""The only room that touches files: where things stand, how they are read, and how they are written safely."""
