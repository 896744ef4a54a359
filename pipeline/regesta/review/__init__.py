"""Review: what people decide about proposals, and what all their decisions together say. Reads and writes no file."""
