"""What the server loads before it can be asked anything."""

from __future__ import annotations

import subprocess
import sys

from regesta.workspace.workspace import Workspace


def test_a_review_without_corrected_texts_opens_without_what_compares_them(ws: Workspace) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "import regesta.cli.review, regesta.web.serve\n"
        "from regesta.review.queue import Wanted\n"
        "from regesta.review.session import Reviewer\n"
        "from regesta.stages.reviewing import opened\n"
        "from regesta.workspace.workspace import Workspace\n"
        "who = Reviewer(name='anna', device='desk', now=lambda: '2026-01-01T00:00:00Z')\n"
        "opened(Workspace.open(Path(sys.argv[1])), Wanted(), who)\n"
        "print(*sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program, ws.root], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert "starlette" in loaded
    assert not loaded & {"rapidfuzz", "spacy", "pdfplumber", "trafilatura", "numpy", "nltk"}
