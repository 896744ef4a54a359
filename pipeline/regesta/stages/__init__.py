"""What each stage reads and writes, and what is stale: ingest, tag, extract, resolve, release, verify.

The verbs take records and return records; here their records are read and written, through `workspace`. The work of
a stage on one source is a function that any process can import: it reads its inputs, writes files named by content
into `.regesta/cache/` and returns a receipt. What it made is then installed where it belongs, in this process.
"""
