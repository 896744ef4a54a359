"""The refusal of an act on something that has changed since it was shown."""

from __future__ import annotations

from regesta.errors import Finding, RegestaError
from regesta.review.queue import Item


class Stale(RegestaError):
    """Nothing was saved. `shown` is what the reviewer saw, where that is still known; `now` is how it stands now."""

    def __init__(self, shown: Item | None, now: Item | None) -> None:
        gone = "is not there any more" if now is None else f"stands as {_standing(now)} now"
        super().__init__(
            Finding(
                code="review.stale",
                what=f"this has changed since it was shown; it {gone}",
                why="Somebody else, or another window, decided about it meanwhile.",
                remedy="Look at it as it stands now, and answer again if it is still wrong.",
            )
        )
        self.shown = shown
        self.now = now


def _standing(now: Item) -> str:
    by = f" ({', '.join(now.reviewers)})" if now.reviewers else ""
    return f"{now.status}{by}"
