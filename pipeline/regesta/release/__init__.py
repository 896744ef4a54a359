"""Release: reviewed records to a dataset with citations, codebook and checksums. Reads and writes no file."""
