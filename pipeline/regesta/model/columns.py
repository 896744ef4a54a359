"""What a column of a table may hold, read from the table's type: the one source of codebook, schema and checks."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct, inspect

from regesta.model.tables import KEYS, REFERENCED, TABLES, TableName

Kind = Literal["string", "integer", "number", "boolean"]
Cell = str | int | float | bool | None


class Column(Struct, frozen=True, kw_only=True):
    """One column: its name and kind, whether each cell must be filled, and what its cells may be."""

    name: str
    kind: Kind
    required: bool
    description: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    several: bool = False
    references: tuple[tuple[TableName, str], ...] = ()


@cache
def columns(table: TableName) -> tuple[Column, ...]:
    """The columns of a table, in order."""
    described = inspect.type_info(TABLES[table])
    assert isinstance(described, inspect.StructType)
    hints = get_type_hints(TABLES[table], include_extras=True)
    return tuple(_column(table, field, hints[field.name]) for field in described.fields)


def names(table: TableName) -> list[str]:
    """The names of a table's columns, in order."""
    return [column.name for column in columns(table)]


def written(value: Cell) -> str:
    """A cell as CSV has it: empty where not known, `true` or `false`, a number as JSON writes it."""
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode("ascii")


def _column(table: TableName, field: inspect.Field, hint: object) -> Column:
    described, schema, extra = _unwrapped(field.type)
    members = described.types if isinstance(described, inspect.UnionType) else (described,)
    (held,) = [_unwrapped(member)[0] for member in members if not isinstance(member, inspect.NoneType)]
    targets: list[TableName] = extra.get("references", "").split()
    return Column(
        name=field.name,
        kind=_kind(held),
        required=len(members) == 1,
        description=schema.get("description", ""),
        unit=extra.get("unit", ""),
        choices=_choices(hint),
        pattern=getattr(held, "pattern", None) or "",
        minimum=getattr(held, "ge", None),
        maximum=getattr(held, "le", None),
        several=extra.get("several", False),
        references=tuple((target, REFERENCED.get((table, field.name), KEYS[target])) for target in targets),
    )


def _unwrapped(described: inspect.Type) -> tuple[inspect.Type, dict[str, Any], dict[str, Any]]:
    """The type itself, with what its Meta says for the schema and beside it."""
    if isinstance(described, inspect.Metadata):
        return described.type, described.extra_json_schema or {}, described.extra or {}
    return described, {}, {}


def _kind(described: inspect.Type) -> Kind:
    if isinstance(described, inspect.BoolType):
        return "boolean"
    if isinstance(described, inspect.IntType):
        return "integer"
    return "number" if isinstance(described, inspect.FloatType) else "string"


def _choices(hint: object) -> tuple[str, ...]:
    """A closed list in the order in which it is declared; msgspec sorts it."""
    if get_origin(hint) is Literal:
        return get_args(hint)
    found = [_choices(argument) for argument in get_args(hint)]
    return next((choices for choices in found if choices), ())
