"""How well reviewers agree: who marked what, the same places side by side, the figures, and when they mean nothing."""
