"""Dates as EDTF (ISO 8601-2, levels 0 to 2): parse, bound, compare and write. Knows nothing of documents."""

from regesta.edtf.compare import contains, overlap, same_day
from regesta.edtf.days import Day
from regesta.edtf.parse import Edtf, EdtfError, Precision, bounds, is_valid, parse

__all__ = ["Day", "Edtf", "EdtfError", "Precision", "bounds", "contains", "is_valid", "overlap", "parse", "same_day"]
