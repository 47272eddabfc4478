"""What a till needs of the shop, brought down by version number: goods, prices, customers, rights, settings.

A document is never brought down, so nothing that was sold or paid here is ever overwritten. Stock comes down
only when nothing is unsent: then the server's figures hold all that was sold here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Table, update

from app.db.changes import (
    check_keys_at_the_end,
    count_rows,
    counter_mark,
    drop_keys,
    follows,
    keys_of,
    rows_since,
    version_now,
    write_rows,
)
from app.db.columns import metadata
from app.db.unit_of_work import UnitOfWork
from app.kernel.permission import SYSTEM_ACTOR, Permission, permitted
from app.promotions.events import PromotionsChanged
from app.runtime.run import Runtime
from app.stations.outbox import StationSelf, count_unsent, get_self
from app.stations.tables import station_self

# names of the tables that come down; what a till itself writes is not among them
MASTER: Final = frozenset(
    {
        "company", "store", "till", "setting", "role", "role_permission", "user_account",
        "category", "product", "packaging", "barcode", "product_attribute", "search_word",
        "tax_class", "tax", "tender_type", "product_part",
        "template_axis", "template_value", "variant", "variant_extra",
        "price_list", "price_change", "price", "price_rule", "price_formula", "product_limit",
        "currency_rate",
        "party", "party_group", "party_group_member", "party_terms", "party_tax_rule",
        "payment_term", "payment_term_line",
        "account", "account_role", "location", "stock_policy", "reorder_point",
        "promotion", "promotion_goods", "promotion_tier", "promotion_party", "coupon",
    }
)  # fmt: skip
STOCK: Final = frozenset({"stock_level", "cost_layer", "lot", "lot_level", "serial"})


@dataclass(frozen=True, slots=True)
class Changes:
    """Rows by table that were written at the server, and how many it has of each.

    Attributes:
        mark: by whose counting the version is (app.db.changes.counter_mark).
        is_whole: all rows that there are, not only those that were written since.
    """

    version: int
    mark: str
    is_whole: bool
    rows: dict[str, list[dict[str, Any]]]
    counts: dict[str, int]


def tables_of(names: frozenset[str]) -> list[Table]:
    """Parents first."""
    return [t for t in metadata.sorted_tables if t.name in names]


def read_changes(
    connection: Connection, *, since: int, names: frozenset[str], mark: str | None = None
) -> Changes:
    """At the server: what was written since a version, or all where another server counted it.

    Children are read before their parents, so that no row is read whose parent is not.
    """
    found = counter_mark(connection)
    if mark is not None and mark != found:
        since = 0
    version = version_now(connection)
    rows: dict[str, list[dict[str, Any]]] = {}
    counts: dict[str, int] = {}
    for table in reversed(tables_of(names)):
        rows[table.name] = rows_since(connection, table, since=since, version=version)
        counts[table.name] = count_rows(connection, table)
    return Changes(version, found, not follows(since, version), rows, counts)


def server_keys(connection: Connection, *, name: str) -> set[tuple[Any, ...]]:
    """At the server: the keys of a table, asked for when rows were deleted there."""
    return keys_of(connection, metadata.tables[name])


@permitted(Permission.SYSTEM)
def write_changes(
    uow: UnitOfWork, *, changes: Changes, names: frozenset[str], keys: Callable[[str], set[tuple[Any, ...]]],
    unsent_seq: int | None = None,
) -> bool:  # fmt: skip
    """At the till: lay the changes in; returns whether there were any.

    Args:
        uow: the till's own transaction.
        changes: what was read at the server.
        names: of which tables.
        keys: gives a table's keys at the server; asked only where rows were deleted.
        unsent_seq: for stock: the till's last message when the server was asked. When something was sold
            since, or is unsent, nothing is written.
    """
    me = get_self(uow.connection)
    if unsent_seq is not None and (
        me.last_seq != unsent_seq or me.server_mark != changes.mark or count_unsent(uow.connection)
    ):
        return False
    check_keys_at_the_end(uow.connection)
    changed = False
    for table in tables_of(names):
        rows = changes.rows.get(table.name, [])
        write_rows(uow.connection, table, rows)
        changed = changed or bool(rows)
        if count_rows(uow.connection, table) != changes.counts[table.name]:
            gone = keys_of(uow.connection, table) - _keys_there(changes, table, keys)
            drop_keys(uow.connection, table, sorted(gone))
            changed = changed or bool(gone)
    uow.connection.execute(update(station_self), _versions(me, changes, is_stock=unsent_seq is not None))
    if changed:
        uow.record(PromotionsChanged())
    return changed


def _keys_there(
    changes: Changes, table: Table, keys: Callable[[str], set[tuple[Any, ...]]]
) -> set[tuple[Any, ...]]:
    if not changes.is_whole:
        return keys(table.name)
    columns = table.primary_key.columns
    return {tuple(row[c.name] for c in columns) for row in changes.rows[table.name]}


def _versions(me: StationSelf, changes: Changes, *, is_stock: bool) -> dict[str, object]:
    if is_stock:
        return {"stock_version": changes.version}
    versions: dict[str, object] = {"replica_version": changes.version, "server_mark": changes.mark}
    if me.server_mark != changes.mark:
        versions["stock_version"] = 0  # counted by another server: all of it is read again
    return versions


def bring_down(till: Runtime, server: Runtime) -> bool:
    """One round: goods, prices, customers and rights, then stock; returns whether anything changed.

    Raises:
        DatabaseError: the server cannot be reached, or one of the two is busy.
    """

    def keys(name: str) -> set[tuple[Any, ...]]:
        return server.ask(server_keys, name=name)

    me = till.ask(get_self)
    changes = server.ask(read_changes, since=me.replica_version, names=MASTER, mark=me.server_mark)
    changed = till.run(write_changes, actor=SYSTEM_ACTOR, changes=changes, names=MASTER, keys=keys)
    if till.ask(count_unsent):
        return changed
    me = till.ask(get_self)
    stock = server.ask(read_changes, since=me.stock_version, names=STOCK, mark=me.server_mark)
    moved = till.run(
        write_changes, actor=SYSTEM_ACTOR, changes=stock, names=STOCK, keys=keys, unsent_seq=me.last_seq
    )
    return changed or moved
