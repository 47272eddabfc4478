"""Posting balanced entries: the one place where the ledger is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, insert, select

from app.audit.operations import note
from app.audit.seals import SealedKind, SealedTable, seal
from app.db.prepared import Prepared, run_together
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import adding, insert_if_absent, insert_or_add
from app.kernel.ids import next_id
from app.kernel.permission import BOOKING, Permission, permitted
from app.ledger.rules import DEFAULT_CHART, Posting, combine, is_balanced
from app.ledger.tables import account, account_role, ledger_day, ledger_entry, ledger_line

ACCOUNT: Final = "account"  # "account:6100" is booked on that very account
_INSERT_ENTRY: Final = Prepared(insert(ledger_entry))
_INSERT_LINES: Final = Prepared(insert(ledger_line))
_SUMMED: Final = ("debit_minor", "credit_minor")
SEALED: Final = SealedKind(
    "ledger",
    (
        SealedTable(ledger_entry, "id", leaves_out=("document_type", "sale")),
        SealedTable(ledger_line, "entry_id", ("position",)),
    ),
)
_ROLES: Final = Prepared(select(account_role.c.role, account_role.c.account_code))


class UnbalancedEntryError(Exception):
    """A bug: debits and credits of an entry differ. Nothing is written."""


class UnknownAccountRoleError(Exception):
    """A bug: nothing in the chart says where this is booked."""


@permitted(*BOOKING)
def post(
    uow: UnitOfWork, *, kind: str, business_date: date, document_type: str, document_id: int,
    postings: Sequence[Posting], till_id: int | None = None, shift_id: int | None = None,
    sealed: bool = True,
) -> list[dict[str, object]]:  # fmt: skip
    """Write one balanced entry and return its rows, as written.

    The journal is told of the rows, unless the caller tells it (`sealed` is False): a sale does.
    A role "sales:A" that the chart does not name is booked as "sales"; "account:6100" on the account 6100.

    Raises:
        UnbalancedEntryError: a bug in the caller.
        UnknownAccountRoleError: likewise.
    """
    combined = combine(postings)
    if not is_balanced(combined):
        raise UnbalancedEntryError(combined)
    if not combined:
        return []
    chart = _chart(uow.connection)
    entry_id = next_id()
    entry: dict[str, object] = {
        "id": entry_id, "business_date": business_date, "at": uow.now, "kind": kind,
        "document_type": document_type, "document_id": document_id, "till_id": till_id,
        "shift_id": shift_id,
    }  # fmt: skip
    lines = _line_rows(chart, entry_id, combined)
    add_days = adding(uow.connection, ledger_day, _SUMMED)
    run_together(
        uow.connection,
        [(_INSERT_ENTRY, entry), (_INSERT_LINES, lines), (add_days, _day_rows([(entry, lines)]))],
    )
    if sealed:
        seal(uow, SEALED.name, [(entry_id, [entry, *lines])])
    return [entry, *lines]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry to be written among many."""

    kind: str
    business_date: date
    document_type: str
    document_id: int
    postings: Sequence[Posting]


@permitted(*BOOKING)
def post_many(uow: UnitOfWork, *, entries: Sequence[Entry]) -> None:
    """Write many balanced entries at once, e.g. those of an import; raises as post."""
    chart = _chart(uow.connection)
    heads: list[dict[str, object]] = []
    lines: list[dict[str, object]] = []
    for e in entries:
        combined = combine(e.postings)
        if not is_balanced(combined):
            raise UnbalancedEntryError(combined)
        entry_id = next_id()
        heads.append(
            {
                "id": entry_id, "business_date": e.business_date, "at": uow.now, "kind": e.kind,
                "document_type": e.document_type, "document_id": e.document_id, "till_id": None,
                "shift_id": None,
            }
        )  # fmt: skip
        lines += _line_rows(chart, entry_id, combined)
    if heads:
        uow.connection.execute(insert(ledger_entry), heads)
        uow.connection.execute(insert(ledger_line), lines)
        parts: dict[object, list[dict[str, object]]] = {head["id"]: [head] for head in heads}
        for line in lines:
            parts[line["entry_id"]].append(line)
        insert_or_add(
            uow.connection, ledger_day, _day_rows((rows[0], rows[1:]) for rows in parts.values()), add=_SUMMED
        )
        seal(uow, SEALED.name, [(int(str(i)), rows) for i, rows in sorted(parts.items())])


def _day_rows(
    entries: Iterable[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]],
) -> list[dict[str, object]]:
    """What entries with their lines add to the summary, in an order in which two stations never deadlock."""
    sums: dict[tuple[Any, ...], list[int]] = {}
    for entry, lines in entries:
        head = (entry["business_date"], entry["shift_id"] or 0, entry["kind"])
        for line in lines:
            found = sums.setdefault((*head, line["account_code"]), [0, 0])
            amount = line["amount_minor"]
            found[amount < 0] += abs(amount)
    return [
        {
            "business_date": on, "shift_id": shift_id, "account_code": code, "kind": kind,
            "debit_minor": debit, "credit_minor": credit,
        }
        for (on, shift_id, kind, code), (debit, credit) in sorted(sums.items())
    ]  # fmt: skip


def _line_rows(chart: dict[str, str], entry_id: int, postings: Sequence[Posting]) -> list[dict[str, object]]:
    return [
        {
            "entry_id": entry_id, "position": i, "account_code": _account(chart, p.role),
            "amount_minor": p.amount_minor, "party_id": p.party_id,
        }
        for i, p in enumerate(postings, start=1)
    ]  # fmt: skip


def _chart(connection: Connection) -> dict[str, str]:
    return dict(_ROLES.all(connection, {}))


def _account(chart: dict[str, str], role: str) -> str:
    kind, _, code = role.partition(":")
    if kind == ACCOUNT and code:
        return code
    found = chart.get(role) or chart.get(role.split(":", maxsplit=1)[0])
    if found is None:
        raise UnknownAccountRoleError(role)
    return found


@permitted(Permission.SETTINGS)
def create_chart(uow: UnitOfWork) -> None:
    """The default chart of accounts; what is there already stays."""
    for role, (code, name, kind) in DEFAULT_CHART.items():
        insert_if_absent(uow.connection, account, {"code": code, "name": name, "kind": kind})
        insert_if_absent(uow.connection, account_role, {"role": role, "account_code": code})
    note(uow, kind="settings.chart", payload={"roles": sorted(DEFAULT_CHART)})


@permitted(Permission.SETTINGS)
def map_role(uow: UnitOfWork, *, role: str, code: str, name: str, kind: str) -> None:
    """Book a role on an account of its own, e.g. "sales:A" or "tax_output:A"."""
    insert_if_absent(uow.connection, account, {"code": code, "name": name, "kind": kind})
    insert_if_absent(uow.connection, account_role, {"role": role, "account_code": code})
    note(uow, kind="settings.account", payload={"role": role, "account": code})
