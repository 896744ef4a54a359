"""The rows of `changes`: what differs from the release before, and all that earlier releases changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from regesta.model.event import Event
from regesta.model.reviewed import Reviewed
from regesta.model.same import Identity
from regesta.model.tables import KEYS, ChangeRow, Op, Row, TableName
from regesta.release.previous import Cells, Previous, cells

#: Columns by which a table says when it changed; they follow from the changes and are none.
_DERIVED = ("first_release", "changed_release")
_LABELS = {"events": "label", "entities": "label", "sources": "title", "claims": "value_label", "citations": "quote"}


class Now(Struct, frozen=True, kw_only=True):
    """The release as it is being built, as far as its changes depend on it."""

    version: str
    rows: Mapping[TableName, Iterable[Row]]
    events: list[Event]
    reviewed: Reviewed
    identities: Mapping[str, Identity]


def change_rows(now: Now, previous: Previous) -> list[ChangeRow]:
    """The changes of earlier releases as they stand, and behind them those of this one, sorted by table, id and op."""
    differ = _Differ(now, previous)
    made = differ.first() if not previous.version else differ.later()
    made.sort(key=lambda row: (row.table, row.id, row.op, row.field or "", row.new or ""))
    return [*previous.changes, *made]


class _Differ:
    def __init__(self, now: Now, previous: Previous) -> None:
        self.now = now
        self.previous = previous
        self.rows: dict[TableName, dict[str, Cells]] = {
            table: {held[key]: held for held in map(cells, now.rows[table])} for table, key in KEYS.items()
        }
        self.released = previous.decisions
        self.claims_of = {event.id: event.claims for event in now.events}
        self.values_of = {
            event.id: sorted(value for held in event.values for value in held.values) for event in now.events
        }
        self.old_event = {row["claim_id"]: row["event_id"] for row in previous.rows["claims"].values()}
        self.old_claims: dict[str, list[str]] = {}
        for claim, event in self.old_event.items():
            self.old_claims.setdefault(event, []).append(claim)

    def first(self) -> list[ChangeRow]:
        """The first release: its events."""
        return [self._came("events", key) for key in self.rows["events"]]

    def later(self) -> list[ChangeRow]:
        """Every difference in every table."""
        made: list[ChangeRow] = []
        merged: dict[TableName, dict[str, str]] = {
            "events": {old: event.id for event in self.now.events for old in event.redirects},
            "entities": {old: new for new, joined in self.now.identities.items() for old in joined.ids},
        }
        for table, before in self.previous.rows.items():
            present = self.rows[table]
            made += [self._came(table, key) for key in present if key not in before]
            made += [change for key in present if key in before for change in self._changed(table, key)]
            gone = [key for key in before if key not in present]
            into = {old: new for old, new in merged.get(table, {}).items() if new in present}
            made += [self._gone(table, key) for key in gone if key not in into]
            made += [self._merged(table, key, into[key]) for key in gone if key in into]
        return made + self._splits()

    def _came(self, table: TableName, key: str) -> ChangeRow:
        label = self.rows[table][key][_LABELS[table]]
        return self._row("ADD", table, key, new=label, reason="new", decisions=self._decisions(table, key))

    def _gone(self, table: TableName, key: str) -> ChangeRow:
        old = self.previous.rows[table][key]
        decisions, reason = self._decisions(table, key), "not in this release any more"
        if table == "claims":
            standing = self.now.reviewed.claims.get(old["claim_id"])
            if standing is not None and standing.status in ("rejected", "disagreed"):
                reason = f"the claim is {standing.status}"
        return self._row("DEL", table, key, old=old[_LABELS[table]], reason=reason, decisions=decisions)

    def _changed(self, table: TableName, key: str) -> list[ChangeRow]:
        before, now = self.previous.rows[table][key], self.rows[table][key]
        fields = [name for name in now if now[name] != before.get(name, "") and name not in _DERIVED]
        decisions = self._decisions(table, key) if fields else []
        reason = "reviewed" if decisions else "made anew from its sources"
        return [
            self._row(
                "MOD",
                table,
                key,
                field=name,
                old=before.get(name, ""),
                new=now[name],
                reason=reason,
                decisions=decisions,
            )
            for name in fields
        ]

    def _merged(self, table: TableName, old: str, survivor: str) -> ChangeRow:
        if table == "entities":
            joined = self.now.identities[survivor]
            reason = f"one entity, by {', '.join(joined.by)}"
            return self._row("MERGE", table, old, new=survivor, reason=reason, decisions=joined.decisions)
        moved = self.old_claims.get(old, [])
        claims = set(self.claims_of[survivor])
        decisions = [
            decision
            for pair in self.now.reviewed.joined
            if claims.issuperset(pair.ids) and not set(pair.ids).isdisjoint(moved)
            for decision in pair.decisions
        ]
        reason = "a reviewer joined them" if decisions else "their claims are alike"
        return self._row("MERGE", table, old, new=survivor, reason=reason, decisions=decisions)

    def _splits(self) -> list[ChangeRow]:
        """Events that were not there before and took claims from one that was."""
        made = []
        for event in self.now.events:
            if event.id in self.previous.rows["events"]:
                continue
            origins = {self.old_event.get(claim, "") for claim in event.claims} - {""}
            for old in sorted(origins):
                claims = set(event.claims)
                decisions = [
                    decision
                    for pair in self.now.reviewed.parted
                    if claims.intersection(pair.ids)
                    for decision in pair.decisions
                ]
                reason = "a reviewer parted them" if decisions else "its claims go together no more"
                made.append(self._row("SPLIT", "events", old, new=event.id, reason=reason, decisions=decisions))
        return made

    def _decisions(self, table: TableName, key: str) -> list[str]:
        """The decisions behind a row that no earlier release has named."""
        claims = self._claims_behind(table, key)
        reviewed = self.now.reviewed
        found = [reviewed.claims[claim].decisions for claim in claims if claim in reviewed.claims]
        if table == "claims" and key in reviewed.ranks:
            found.append(reviewed.ranks[key].decisions)
        if table == "events":
            values = self.values_of.get(key, [])
            found += [reviewed.ranks[value].decisions for value in values if value in reviewed.ranks]
            found += [pair.decisions for pair in reviewed.joined if set(claims).issuperset(pair.ids)]
        return [decision for decisions in found for decision in decisions if decision not in self.released]

    def _claims_behind(self, table: TableName, key: str) -> list[str]:
        if table == "events":
            return self.claims_of.get(key) or self.old_claims.get(key, [])
        row = self.rows[table].get(key) or self.previous.rows[table][key]
        if table == "citations":
            value = row["value_id"]
            row = self.rows["claims"].get(value) or self.previous.rows["claims"].get(value, {})
        return [row["claim_id"]] if "claim_id" in row else []

    def _row(
        self,
        op: Op,
        table: TableName,
        key: str,
        *,
        reason: str,
        decisions: Iterable[str],
        field: str = "",
        old: str = "",
        new: str = "",
    ) -> ChangeRow:
        return ChangeRow(
            release=self.now.version,
            op=op,
            table=table,
            id=key,
            field=field or None,
            old=old or None,
            new=new or None,
            reason=reason,
            decision_ids=";".join(sorted(set(decisions))) or None,
        )
