"""Ingest: bytes as received become a text in which offsets count, with pages, boxes and a bibliographic record."""
