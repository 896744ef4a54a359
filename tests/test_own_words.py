"""The sample was written for this repository: it takes its facts from the article beside it, and no sentence of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

RUN = 6
_TAGS = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]+>", re.DOTALL)


def runs(text: str) -> set[tuple[str, ...]]:
    """All runs of six words, names and dates apart: words with a capital letter and numbers are passed over."""
    words = re.findall(r"[^\W_]+", _TAGS.sub(" ", text))
    plain = [word for word in words if word.islower() and word.isalpha()]
    return {tuple(plain[at : at + RUN]) for at in range(len(plain) - RUN + 1)}


def texts(repository: Path) -> list[Path]:
    """What this repository tells of the conferences: the sources as they are read, and what the PDFs are set from."""
    return sorted(
        [*repository.glob("corpus/*/text.txt"), *repository.glob("tests/sample/*.md"), repository / "README.md"]
    )


def test_runs_pass_over_names_and_dates() -> None:
    assert runs("On 27 September 1939 the two of them met in Lwów.") == {("the", "two", "of", "them", "met", "in")}


def test_no_six_words_in_a_row_are_the_article_s(repository: Path, seed_text: str) -> None:
    theirs = runs(seed_text)
    shared = {
        str(path.relative_to(repository)): [" ".join(run) for run in sorted(common)]
        for path in texts(repository)
        if (common := runs(path.read_text("utf-8")) & theirs)
    }
    assert not shared


@pytest.mark.parametrize("name", ["four-conferences-or-seven", "report-on-the-prisoners"])
def test_the_sample_says_that_it_is_one(name: str, repository: Path) -> None:
    text = (repository / "tests/sample" / f"{name}.md").read_text("utf-8")
    assert text.lower().startswith("# sample:")
    assert "sample text" in text
