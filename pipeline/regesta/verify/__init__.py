"""Verify: a second opinion on a release, which believes nothing that the build said. Reads and writes no file."""
