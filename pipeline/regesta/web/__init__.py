"""The review page: a small server on this machine, and what it shows. Nothing is worked out here."""
