"""The chart of accounts as a file: read, checked, and put in the place of the old one.

CSV with the heads code, name, kind, roles (several with spaces between); comma, semicolon or tab. What was
booked stays where it is; balances of accounts whose role moves are carried over by one entry, and the old
account goes on counting for the role ("receivable:was:1300").
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from typing import Final

from sqlalchemy import Connection, func, select, update

from app.accounting.refusals import ChartLineError, ChartRolesError, ChartTakenError
from app.audit.operations import note
from app.db.unit_of_work import UnitOfWork
from app.db.upsert import insert_or_replace
from app.kernel.ids import next_id
from app.kernel.permission import Permission, permitted
from app.kernel.text import as_cell, clean, from_cell
from app.ledger.operations import post
from app.ledger.periods import require_open_period
from app.ledger.rules import DEFAULT_CHART, Posting
from app.ledger.states import AccountKind
from app.ledger.tables import account, account_role, ledger_line
from app.organisation.queries import get_company

HEADS: Final = ("code", "name", "kind", "roles")
_LIMITS: Final = {"code": 40, "name": 200}


@dataclass(frozen=True, slots=True)
class ChartAccount:
    """An account, and what the program books on it."""

    code: str
    name: str
    kind: AccountKind
    roles: tuple[str, ...] = ()


def parse_chart(text: str) -> list[ChartAccount]:
    """The accounts of a file.

    Raises:
        ChartLineError: a line without code or name, an unknown kind, a code or role that stands twice.
    """
    lines = text.lstrip("\ufeff").splitlines()
    delimiter = max(";,\t", key=(lines[0] if lines else "").count)
    reader = csv.DictReader(StringIO("\n".join(lines)), delimiter=delimiter)
    reader.fieldnames = [str(n).strip().lower() for n in reader.fieldnames or ()]
    missing = [h for h in HEADS[:3] if h not in reader.fieldnames]
    if missing:
        raise ChartLineError(line=1, what=f"the column {missing[0]} is missing")
    found: list[ChartAccount] = []
    codes: set[str] = set()
    roles: set[str] = set()
    for number, row in enumerate(reader, start=2):
        made = _account(number, row)
        if made.code in codes:
            raise ChartLineError(line=number, what=f"{made.code} stands twice")
        double = roles & set(made.roles)
        if double:
            raise ChartLineError(line=number, what=f"the role {min(double)} stands twice")
        codes.add(made.code)
        roles |= set(made.roles)
        found.append(made)
    return found


def _account(number: int, row: Mapping[str, str | None]) -> ChartAccount:
    values = {head: from_cell(clean(row.get(head) or "")) for head in HEADS}
    for head, limit in _LIMITS.items():
        if not values[head] or len(values[head]) > limit:
            raise ChartLineError(line=number, what=f"{head} is missing or longer than {limit}")
    try:
        kind = AccountKind(values["kind"].lower())
    except ValueError:
        kinds = ", ".join(AccountKind)
        raise ChartLineError(line=number, what=f"the kind must be one of {kinds}") from None
    return ChartAccount(values["code"], values["name"], kind, tuple(values["roles"].split()))


def list_chart(connection: Connection) -> list[ChartAccount]:
    """The accounts by code, with what is booked on each."""
    roles: dict[str, list[str]] = {}
    for r in connection.execute(select(account_role).order_by(account_role.c.role)):
        if ":was:" not in r.role:
            roles.setdefault(r.account_code, []).append(r.role)
    rows = connection.execute(select(account).order_by(account.c.code))
    return [ChartAccount(r.code, r.name, AccountKind(r.kind), tuple(roles.get(r.code, ()))) for r in rows]


def chart_csv(chart: Sequence[ChartAccount]) -> str:
    """The chart as a file that parse_chart reads."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADS)
    for a in chart:
        writer.writerow((as_cell(a.code), as_cell(a.name), a.kind.value, " ".join(a.roles)))
    return out.getvalue()


@permitted(Permission.ACCOUNTING)
def import_chart(uow: UnitOfWork, *, chart: Sequence[ChartAccount]) -> int:
    """Book on these accounts from now on; returns how many roles moved.

    Roles that the chart does not name stay where they are. The balances of what moves are carried over
    today.

    Raises:
        ChartRolesError: afterwards nobody would know where something is booked.
        ChartTakenError: a code means something else today.
        PeriodClosedError: today is closed.
    """
    before = {r.role: r.account_code for r in uow.connection.execute(select(account_role))}
    wanted = {role: a.code for a in chart for role in a.roles}
    homeless = sorted(set(DEFAULT_CHART) - set(before) - set(wanted))
    if homeless:
        raise ChartRolesError(roles=", ".join(homeless))
    _refuse_taken(chart, before, wanted)
    on = get_company(uow.connection).day_of(uow.now)
    require_open_period(uow.connection, on=on)
    insert_or_replace(
        uow.connection, account,
        [{"code": a.code, "name": a.name, "kind": a.kind.value} for a in chart], keys=("code",),
    )  # fmt: skip
    moved = {role: code for role, code in wanted.items() if before.get(role) not in (None, code)}
    fresh = {role: code for role, code in wanted.items() if role not in before}
    changes = [{"role": role, "account_code": code} for role, code in {**moved, **fresh}.items()]
    changes += [{"role": f"{r}:was:{before[r]}"[:40], "account_code": before[r]} for r in moved]
    insert_or_replace(uow.connection, account_role, changes, keys=("role",))
    staying = {code for role, code in before.items() if role not in moved and ":was:" not in role}
    _carry_over(uow, {before[r]: code for r, code in moved.items() if before[r] not in staying}, on)
    note(
        uow, kind="accounting.chart", payload={"accounts": len(chart), "moved": sorted(moved)}
    )  # fmt: skip
    return len(moved)


def _refuse_taken(
    chart: Sequence[ChartAccount], before: Mapping[str, str], wanted: Mapping[str, str]
) -> None:
    """A code of the chart must not be the account of a role the chart says nothing about."""
    named = {a.code: a for a in chart}
    for role, code in sorted(before.items()):
        if ":was:" in role or role in wanted or code not in named:
            continue
        if named[code].roles:
            raise ChartTakenError(code=code, role=role)


def _carry_over(uow: UnitOfWork, moves: Mapping[str, str], on: date) -> None:
    """What lies on an account nobody books on any more goes to the one that took its place."""
    if not moves:
        return
    rows = uow.connection.execute(
        select(ledger_line.c.account_code, ledger_line.c.party_id, func.sum(ledger_line.c.amount_minor))
        .where(ledger_line.c.account_code.in_(list(moves)))
        .group_by(ledger_line.c.account_code, ledger_line.c.party_id)
    )
    postings: list[Posting] = []
    for code, party_id, minor in rows:
        postings.append(Posting(f"account:{code}", -int(minor), party_id))
        postings.append(Posting(f"account:{moves[code]}", int(minor), party_id))
    post(
        uow, kind="chart_changed", business_date=on, document_type="chart", document_id=next_id(),
        postings=postings,
    )  # fmt: skip


@permitted(Permission.ACCOUNTING)
def save_account(uow: UnitOfWork, *, code: str, name: str, kind: AccountKind) -> None:
    """Another account, or another name for one; the kind of one with lines stays. Raises ChartLineError."""
    made = _account(1, {"code": code, "name": name, "kind": kind.value, "roles": ""})
    there = uow.connection.execute(select(account).where(account.c.code == made.code)).one_or_none()
    if there is None:
        insert_or_replace(
            uow.connection, account, [{"code": made.code, "name": made.name, "kind": kind.value}],
            keys=("code",),
        )  # fmt: skip
    else:
        uow.connection.execute(
            update(account).where(account.c.code == made.code).values(name=made.name)
        )  # fmt: skip
    note(uow, kind="accounting.account", payload={"code": made.code, "kind": kind.value})
