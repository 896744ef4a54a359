"""The records: what they hold, how they are named, written and read. Reads no file."""
