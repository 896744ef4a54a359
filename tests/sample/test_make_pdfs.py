"""The PDFs of the sample workspace can be made anew from the texts that stand here."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

HERE = Path(__file__).resolve().parent
FONTS = [
    Path("/usr/share/fonts/truetype") / folder / "LiberationSerif-Regular.ttf"
    for folder in ("liberation2", "liberation")
]
PDFS = ["four-conferences-or-seven", "report-on-the-prisoners"]


def make(folder: Path) -> Path:
    if not any(path.exists() for path in FONTS):
        pytest.skip("the Liberation fonts are not on this machine (Debian: fonts-liberation2)")
    subprocess.run([sys.executable, str(HERE / "make_pdfs.py"), str(folder)], check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("pdfs"))


def words(data: bytes) -> list[str]:
    """The words of a PDF as it is read by pdfium, page after page."""
    with pypdfium2.PdfDocument(data) as pdf:
        return [word for page in pdf for word in page.get_textpage().get_text_range().split()]


def test_the_same_texts_give_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = make(tmp_path)
    for name in PDFS:
        assert (made / f"{name}.pdf").read_bytes() == (again / f"{name}.pdf").read_bytes()


def test_the_printed_page_numbers_are_labels(made: Path) -> None:
    with pypdfium2.PdfDocument((made / "four-conferences-or-seven.pdf").read_bytes()) as pdf:
        assert [pdf.get_page_label(number) for number in range(len(pdf))] == ["41", "42", "43"]


@pytest.mark.parametrize("name", PDFS)
def test_the_source_in_the_corpus_is_what_is_made_here(name: str, made: Path, repository: Path) -> None:
    original = repository / "corpus" / name / "original.pdf"
    if not original.exists():
        pytest.skip(f"{original.relative_to(repository)} is not there")
    assert words(original.read_bytes()) == words((made / f"{name}.pdf").read_bytes())
