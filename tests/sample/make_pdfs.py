"""Makes the two PDFs of the sample workspace anew from the texts beside this file.

    python tests/sample/make_pdfs.py FOLDER

It needs fpdf2, which is among the test extras, and the Liberation fonts 2 (SIL Open Font License 1.1; in Debian
the package `fonts-liberation2`, or `fonts-liberation` from Debian 13 on), of which the PDFs embed the letters that
they use. The date of creation is fixed, so the same fonts and fpdf2 give the same bytes. The copies in `corpus/` are
the sources as received, and nothing rebuilds those: a PDF that was made anew is a new source.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import journal
import manuscript
import report
from fpdf import FPDF
from typeset import Hyphenation

HERE = Path(__file__).resolve().parent
MADE = datetime(2026, 11, 25, tzinfo=UTC)
FONT_FOLDERS = [Path("/usr/share/fonts/truetype/liberation2"), Path("/usr/share/fonts/truetype/liberation")]
FACES = {
    (journal.SERIF, ""): "LiberationSerif-Regular.ttf",
    (journal.SERIF, "I"): "LiberationSerif-Italic.ttf",
    (journal.SERIF, "B"): "LiberationSerif-Bold.ttf",
    (report.MONO, ""): "LiberationMono-Regular.ttf",
    (report.MONO, "B"): "LiberationMono-Bold.ttf",
}


def fonts() -> Path:
    """The folder that holds the Liberation fonts."""
    found = next((folder for folder in FONT_FOLDERS if (folder / "LiberationSerif-Regular.ttf").exists()), None)
    if found is None:
        raise SystemExit("the Liberation fonts are not here: install fonts-liberation2")
    return found


def document(width: float, height: float, family: str, title: str) -> FPDF:
    """An empty PDF that says of itself what it is."""
    pdf = FPDF(unit="pt", format=(width, height))
    pdf.set_auto_page_break(False)
    folder = fonts()
    for (name, style), file in FACES.items():
        if name == family:
            pdf.add_font(name, style, folder / file)
    pdf.set_title(title)
    pdf.set_author("regesta sample")
    pdf.set_subject("A sample text written for the regesta repository")
    pdf.set_lang("en-GB")
    pdf.set_creator("tests/sample/make_pdfs.py")
    pdf.set_creation_date(MADE)
    return pdf


def article() -> bytes:
    """The journal article, whose pages are numbered from 41."""
    text = manuscript.read(HERE / "four-conferences-or-seven.md")
    pdf = document(journal.WIDTH, journal.HEIGHT, journal.SERIF, text.title)
    hyphenation = Hyphenation(HERE / "hyphenation.txt")
    imprint = "regesta samples 1 (2026), pp. 41–43"
    journal.Article(pdf, text, hyphenation, 41, imprint).print()
    return bytes(pdf.output())


def typed_report() -> bytes:
    """The typed report."""
    text = manuscript.read(HERE / "report-on-the-prisoners.md")
    pdf = document(report.WIDTH, report.HEIGHT, report.MONO, text.title.capitalize())
    report.Report(pdf, text).print()
    return bytes(pdf.output())


def main(folder: Path) -> None:
    """Writes both PDFs into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "four-conferences-or-seven.pdf").write_bytes(article())
    (folder / "report-on-the-prisoners.pdf").write_bytes(typed_report())


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(MADE.timestamp())))
    main(Path(sys.argv[1]))
