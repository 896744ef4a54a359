"""The review as a full-screen program: the same session, keys and lines as the other faces."""
