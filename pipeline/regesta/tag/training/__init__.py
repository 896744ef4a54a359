"""What reviews teach the tagger: whole documents as examples, the learning itself, scores, and whether to keep it."""
