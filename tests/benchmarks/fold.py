"""What the fold over the logs costs: `python tests/benchmarks/fold.py [DECISIONS]`, 100,000 where nothing is said.

Prints the CPU seconds for that many decisions of two reviewers on half as many mentions.
"""

from __future__ import annotations

import sys
import time

import msgspec

from regesta.anchor.drafts import Draft, mentions
from regesta.model.decision import Decision, Target
from regesta.model.digest import digest
from regesta.model.mention import By
from regesta.review.fold import fold

TEXT = "They met in Lwów."


def main(count: int) -> None:
    """Folds `count` decisions and prints what it cost."""
    draft = Draft(start=12, end=16, label="PLACE", value="place:lwow", by=By(component="lists"))
    [place] = mentions("letter", TEXT, [], [draft])
    records = [msgspec.structs.replace(place, id=f"m-{number}") for number in range(count // 2)]
    decisions = [
        Decision(
            id=f"d-{number}",
            reviewer=("anna", "ben")[number % 2],
            device="laptop",
            seq=number + 1,
            clock=number + 1,
            at="2026-11-25T09:00:00Z",
            answer="accept",
            target=Target(kind="mention", id=record.id, digest=digest(place), mention=record),
        )
        for number, record in enumerate(each for record in records for each in (record, record))
    ]
    started = time.process_time()
    reviewed = fold(decisions, records, [], {"letter": TEXT}, [])
    spent = time.process_time() - started
    accepted = sum(standing.status == "accepted" for standing in reviewed.mentions.values())
    print(f"{len(decisions):,} decisions on {accepted:,} accepted mentions: {spent:.2f} CPU seconds")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
