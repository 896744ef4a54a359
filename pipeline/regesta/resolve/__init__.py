"""Which accepted claims speak of one event, and what they agree and disagree on. Sees folded claims, never a log."""
