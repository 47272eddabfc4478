"""Whether what the stations were told is so: invariants 6, 7, 11, 13 and 14 of design/reliability.md 3.4."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Table, select

from app.db.unit_of_work import UnitOfWorkFactory
from app.fulfilment.tables import pick_list, shipment
from app.inventory.tables import goods_receipt, transfer
from app.orders.tables import sales_order
from app.payments.tables import customer_payment
from app.stations.replica import MASTER, STOCK, tables_of
from app.stations.states import InboxStatus
from app.stations.tables import inbox, outbox, station
from app.till.tables import cash_movement, sale, till_taking
from tests.crash.stations.history import Heard, Try
from tests.crash.stations.place import Place

# kind -> where it is, and the column that is told
_KINDS: Final[dict[str, tuple[Table, str]]] = {
    "receipt": (goods_receipt, "number"), "transfer": (transfer, "number"), "order": (sales_order, "id"),
    "payment": (customer_payment, "number"), "pick": (pick_list, "number"), "pack": (shipment, "id"),
}  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """All that is left after the day."""

    place: Place
    histories: dict[int, Heard]
    server: UnitOfWorkFactory
    tills: list[UnitOfWorkFactory]

    def tries(self, *kinds: str) -> list[Try]:
        """Of all stations."""
        return [t for h in self.histories.values() for t in h.of(*kinds)]


def rows(factory: UnitOfWorkFactory, table: Table) -> list[Any]:
    """All rows of a table."""
    with factory.read() as connection:
        return list(connection.execute(select(table)).all())


def faults_of_promises(evidence: Evidence) -> list[str]:
    """Every promise that was broken, a sentence each."""
    return [
        *_sales(evidence), *_documents(evidence), *_cash(evidence), *_numbers(evidence), *_order(evidence),
        *_queues(evidence), *_replicas(evidence),
    ]  # fmt: skip


def judge(one: Try, found: list[tuple[Any, ...]], told: tuple[Any, ...]) -> Iterator[str]:
    """7: an ACK is there once as told, a NO and a GONE are not there, an unknown one once at most."""
    what = f"{one.kind} {one.token} ({one.answer or 'UNKNOWN'})"
    if len(found) > 1:
        yield f"{what} is there {len(found)} times"
    if one.answer == "ACK" and not found:
        yield f"{what} {told} is not there"
    if one.answer == "ACK" and found and found[0] != told:
        yield f"{what} was told as {told} and is there as {found[0]}"
    if one.answer in {"NO", "GONE"} and found:
        yield f"{what} is there all the same: {one.told}"


def _sales(evidence: Evidence) -> Iterator[str]:
    """7, at the server and at the till that sold it."""
    server: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for table in (sale, till_taking):
        for r in rows(evidence.server, table):
            gross = r.gross_minor if table is sale else r.amount_minor
            server[r.uuid].append((r.number, abs(gross)))
    tried = evidence.tries("sale", "refund")
    for one in tried:
        told = (one.told.get("number"), one.told.get("gross"))
        yield from judge(one, server[one.token], told)
    known = {t.token for t in tried}
    yield from (
        f"a sale {uuid} that nobody made" for uuid, found in server.items() if found and uuid not in known
    )
    for number, factory in enumerate(evidence.tills):
        mine = {r.uuid: [(r.number, abs(r.gross_minor))] for r in rows(factory, sale)}
        for one in evidence.histories[number].of("sale", "refund"):
            yield from judge(one, mine.get(one.token, []), (one.told.get("number"), one.told.get("gross")))
        for uuid, found in mine.items():
            if server[uuid] != found:
                yield f"sale {uuid} is {found} at its till and {server[uuid]} at the server"


def _documents(evidence: Evidence) -> Iterator[str]:
    """7, for what office stations do; a receipt's and a payment's own words say who asked for it."""
    for kind, (table, column) in _KINDS.items():
        there = rows(evidence.server, table)
        tried = evidence.tries(kind)
        by_uuid = defaultdict(list)
        for r in there:
            by_uuid[getattr(r, "reference", "") or r.uuid].append((getattr(r, column),))
        for one in tried:
            yield from judge(one, by_uuid[one.token], (one.told.get("number"),))
        known = {t.token for t in tried} | {"opening"}
        yield from (
            f"a {kind} {uuid} that nobody made"
            for uuid, found in by_uuid.items()
            if found and uuid not in known
        )


def _cash(evidence: Evidence) -> Iterator[str]:
    """7, for cash that was moved at a till: its reason is the token."""
    at_server = defaultdict(list)
    for r in rows(evidence.server, cash_movement):
        at_server[r.reason].append((r.number,))
    for number, factory in enumerate(evidence.tills):
        here = defaultdict(list)
        for r in rows(factory, cash_movement):
            here[r.reason].append((r.number,))
        for one in evidence.histories[number].of("cash"):
            yield from judge(one, here[one.token], (one.told.get("number"),))
            if here[one.token] != at_server[one.token]:
                yield f"cash {one.token}: {here[one.token]} at its till, {at_server[one.token]} at the server"


def _numbers(evidence: Evidence) -> Iterator[str]:
    """6: no number twice, none missing."""
    tables = (
        sale,
        till_taking,
        cash_movement,
        goods_receipt,
        transfer,
        customer_payment,
        pick_list,
        shipment,
    )
    series: dict[str, list[int]] = defaultdict(list)
    for table in tables:
        for r in rows(evidence.server, table):
            if r.number is not None:
                head, _, tail = r.number.rpartition("-")
                series[f"{table.name} {head}"].append(int(tail))
    for name, numbers in series.items():
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            twice = [n for n, times in Counter(numbers).items() if times > 1]
            missing = sorted(set(range(1, max(numbers) + 1)) - set(numbers))
            yield f"numbers of {name}: {twice[:5]} twice, {missing[:5]} missing"


def _order(evidence: Evidence) -> Iterator[str]:
    """13: what was acknowledged before another was begun has the smaller number of their series."""
    series: dict[tuple[str, str], list[tuple[int, Try]]] = defaultdict(list)
    for one in evidence.tries("sale", "refund", "receipt", "transfer", "payment", "pick", "cash"):
        if one.answer == "ACK":
            head, _, tail = str(one.told["number"]).rpartition("-")
            series[("sale" if one.kind == "refund" else one.kind, head)].append((int(tail), one))
    for found in series.values():
        found.sort(key=lambda x: x[0])
        latest = 0.0
        for number, one in found:
            # nothing with a larger number may have ended before this one was begun: looked at from behind
            latest = max(latest, one.begun)
            if one.ended < latest and one.ended > 0:
                yield f"{one.kind} number {number} ended before one with a smaller number was begun"


def _queues(evidence: Evidence) -> Iterator[str]:
    """11: what a till queued and has confirmed is what the server took; nothing waits or is set aside."""
    taken: dict[int, dict[int, tuple[str, str]]] = defaultdict(dict)
    for r in rows(evidence.server, inbox):
        taken[r.till_id][r.seq] = (r.uuid, r.hash)
        if r.status != InboxStatus.TAKEN.value:
            yield f"set aside: {r.kind} {r.label} of till {r.till_id}: {r.remark}"
    for number, factory in enumerate(evidence.tills):
        code = evidence.place.codes[number]
        sent = rows(factory, outbox)
        yield from (f"{code} {r.seq} is unsent: {r.last_error}" for r in sent if r.acked_at is None)
        if {r.seq: (r.uuid, r.hash) for r in sent} != taken[evidence.place.till_ids[code]]:
            yield f"the queue of {code} is not what the server took of it"
    for r in rows(evidence.server, station):
        if r.alarm:
            yield f"till {r.till_id}: {r.alarm}"


def _replicas(evidence: Evidence) -> Iterator[str]:
    """What came down is what the server has, row by row."""
    for table in tables_of(MASTER | STOCK):
        there = _as_set(evidence.server, table)
        for number, factory in enumerate(evidence.tills):
            here = _as_set(factory, table)
            if here != there:
                odd = sorted(map(str, here ^ there))[:2]
                yield f"{table.name} at {evidence.place.codes[number]} differs from the server's: {odd}"


def _as_set(factory: UnitOfWorkFactory, table: Table) -> set[tuple[str, ...]]:
    return {tuple(map(str, row)) for row in rows(factory, table)}
