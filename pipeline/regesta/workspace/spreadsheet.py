"""Spreadsheets as Excel and LibreOffice keep them: tables of text with a few cells to fill in, and such cells read."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from copy import copy
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from regesta.errors import RegestaError, fail
from regesta.model.counts import counted

if TYPE_CHECKING:
    from openpyxl import Workbook

#: Excel holds no longer text in a cell.
LONGEST_CELL = 32_767
#: An unpacked sheet must not be larger than this many times its file, nor than so many bytes.
_LARGEST = 400_000_000
#: What a spreadsheet takes for the beginning of a formula.
_RUN = ("=", "+", "-", "@")
#: Height of a line in points, and how many lines a row can show.
_LINE, _MOST_LINES = 15, 27
_EPOCH = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms)")
#: What stands in a date's format and is no part of the date: colours and languages, quoted words, escaped signs.
_NOT_OF_THE_DATE = re.compile(r'\[[^]]*\]|"[^"]*"|\\.')
_HEAD, _OPEN, _EDGE = "FFDDE6EE", "FFFFF7D6", "FFB8B8B8"


class Column(Struct, frozen=True, kw_only=True):
    """A column: its heading, its width in characters, what may be chosen in it; `answer` where people fill it in."""

    name: str
    width: int = 12
    answer: bool = False
    choices: tuple[str, ...] = ()
    bold: bool = False


class Sheet(Struct, frozen=True, kw_only=True):
    """A table: rows of text, as many cells each as there are columns."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]


class Cell(Struct, frozen=True, kw_only=True):
    """What stands in a cell, as text; `formula` where it would be worked out.

    `unsure` says why the text may not be what was typed, where it does not say it all.
    """

    text: str
    place: str
    formula: bool = False
    unsure: str = ""


def write_workbook(words: Sequence[str], title: str, sheets: Sequence[Sheet]) -> bytes:
    """The bytes of a workbook: a first page of words, then the sheets, in which only the cells to fill in are open.

    Every cell is text, so that nothing is run and no date is remade; the same tables give the same bytes.
    """
    from openpyxl import Workbook

    workbook = Workbook()
    page = workbook.active
    page.title = title
    page.column_dimensions["A"].width = 110
    for number, line in enumerate(words, start=1):
        _put(page.cell(row=number, column=1), line, bold=number == 1)
    page.protection.sheet = True
    for sheet in sheets:
        _add(workbook, sheet)
    data = io.BytesIO()
    workbook.save(data)
    return _without_times(data.getvalue())


def _add(workbook: Workbook, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    page = workbook.create_sheet(sheet.name)
    for at, column in enumerate(sheet.columns, start=1):
        letter, last = get_column_letter(at), len(sheet.rows) + 1
        page.column_dimensions[letter].width = column.width
        head = page.cell(row=1, column=at)
        _put(head, column.name, bold=True)
        _paint(head, _HEAD)
        if column.choices and sheet.rows:
            page.add_data_validation(_choice(column, f"{letter}2:{letter}{last}"))
        _fill(page, at, column, [row[at - 1] for row in sheet.rows])
    for number, row in enumerate(sheet.rows, start=2):
        page.row_dimensions[number].height = _height(sheet.columns, row)
    page.freeze_panes = "A2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.page_setup.orientation, page.page_setup.fitToHeight, page.print_title_rows = "landscape", 0, "1:1"
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.protection.sheet = True
    page.protection.autoFilter = page.protection.formatColumns = page.protection.formatRows = False


def _height(columns: Sequence[Column], row: Sequence[str]) -> int:
    """Points for as many lines as the fullest cell of a row takes: not every program works that out by itself."""
    lines = max(-(-len(text) // max(column.width - 2, 1)) for column, text in zip(columns, row, strict=True))
    return _LINE * min(max(lines, 1), _MOST_LINES)


def _fill(page: Any, at: int, column: Column, texts: Sequence[str]) -> None:
    """Writes the cells of a column. They share two styles, since to make one for each cell takes most of the time."""
    from openpyxl.styles import Border, Protection, Side

    styles: dict[bool, Any] = {}
    for number, text in enumerate(texts, start=2):
        cell = page.cell(row=number, column=at)
        marked = text.startswith(_RUN)
        if marked in styles:
            cell._style = copy(styles[marked])
            _say(cell, text)
            continue
        _put(cell, text, bold=column.bold)
        if column.answer:
            _paint(cell, _OPEN)
            cell.border = Border(*[Side(style="thin", color=_EDGE)] * 4)
            cell.protection = Protection(locked=False)
        styles[marked] = cell._style


def _put(cell: Any, text: str, *, bold: bool) -> None:
    """Text as text: neither a formula, nor a number, nor a date, also when the cell is edited."""
    from openpyxl.styles import Alignment, Font

    _say(cell, text)
    cell.number_format = "@"
    cell.quotePrefix = text.startswith(_RUN)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)


def _say(cell: Any, text: str) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if text:
        short = text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - 1] + "…"
        cell.value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", short)
        cell.data_type = "s"


def _paint(cell: Any, colour: str) -> None:
    from openpyxl.styles import PatternFill

    cell.fill = PatternFill("solid", fgColor=colour)


def _choice(column: Column, cells: str) -> Any:
    from openpyxl.worksheet.datavalidation import DataValidation

    words = ", ".join(column.choices)
    made = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True, sqref=cells)
    made.showErrorMessage, made.errorTitle, made.error = True, column.name, f"One of: {words}. Or leave it empty."
    made.showInputMessage, made.promptTitle, made.prompt = True, column.name, words
    return made


def _without_times(data: bytes) -> bytes:
    """The workbook without the times at which it was written, inside and in the archive that it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == "docProps/core.xml":
                content = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z\g<3>", content)
            fixed = zipfile.ZipInfo(entry.filename, _EPOCH)
            fixed.compress_type, fixed.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(fixed, content)
    return made.getvalue()


def read_workbook(data: bytes, path: str) -> dict[str, list[list[Cell]]]:
    """The rows of each sheet, head first; raises RegestaError where the file is no workbook."""
    from openpyxl import load_workbook

    _check_size(data, path)
    try:
        with warnings.catch_warnings():
            # What programs put into a file beside its cells, and openpyxl does not know, is nothing to anybody.
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(data), read_only=False, data_only=False, keep_links=False)
        return {page.title: [list(_cells(row)) for row in page.iter_rows()] for page in workbook.worksheets}
    except Exception as error:
        raise _no_workbook(path, f"{type(error).__name__}: {error}") from error


def _check_size(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise _no_workbook(path, "the file is no archive") from None
    if size > _LARGEST:
        raise _no_workbook(path, f"it would unpack to {counted(size, 'byte')}")


def _no_workbook(path: str, why: str) -> RegestaError:
    return fail(
        "import.file",
        "is no workbook that can be read",
        path=path,
        why=f"{why[:1].upper()}{why[1:]}.",
        remedy="Save it as .xlsx in your program, and import that.",
    )


def _cells(row: Sequence[Any]) -> Iterator[Cell]:
    for cell in row:
        formula = cell.data_type == "f" or not isinstance(cell.value, (str, int, float, bool, date, time, type(None)))
        text, unsure = _text(cell.value), ""
        if isinstance(cell.value, date):
            text, unsure = _date(cell.value, str(cell.number_format))
        yield Cell(text=text, place=cell.coordinate, formula=formula, unsure=unsure)


def _date(value: date, shape: str) -> tuple[str, str]:
    """A date as it was typed, by the shape in which the program shows it: what is not shown was filled in by it."""
    shown = _NOT_OF_THE_DATE.sub("", shape).lower()
    if isinstance(value, datetime) and value.time() != time(0):
        return value.isoformat(), ""
    if "y" not in shown and "general" not in shown:
        return value.isoformat()[:10], "The program took it for a date, and filled in a year that nobody typed."
    if "d" in shown or "general" in shown:
        return value.isoformat()[:10], ""
    return value.isoformat()[: 7 if "m" in shown else 4], ""


def _text(value: object) -> str:
    """What a person typed, where the program took it for a number or a time."""
    if value is None:
        return ""
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())
