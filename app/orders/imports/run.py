"""A whole file of orders, order by order: what is wrong with one does not keep the others out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.db.errors import DuplicateError
from app.kernel.permission import Actor, PermissionNeededError
from app.kernel.refusal import Refusal
from app.orders.imports.operations import ImportedOrder, ImportRules, get_import_list, import_order
from app.orders.imports.reading import OutsideReader, read_orders
from app.orders.imports.records import OutsideOrder, RowError
from app.orders.states import OrderStatus
from app.runtime.run import Runtime

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class ImportedOrders:
    """What an import of orders did.

    Attributes:
        profile: how the file was read.
        currency: of its amounts.
        total: orders in it that could be read.
        new: what came in.
        known: orders that had come in before.
        cancelled: called off outside, passed over.
        errors: what was left out, by line.
        stopped: somebody stopped it; what is in stays.
    """

    profile: str
    currency: str
    total: int = 0
    new: list[ImportedOrder] = field(default_factory=list)
    known: int = 0
    cancelled: int = 0
    errors: list[RowError] = field(default_factory=list)
    stopped: bool = False

    @property
    def held(self) -> int:
        """How many of the new ones wait for a release."""
        return sum(x.status is OrderStatus.ON_HOLD for x in self.new)

    @property
    def new_customers(self) -> int:
        """How many customers were created."""
        return sum(x.new_customer for x in self.new)

    @property
    def off(self) -> list[ImportedOrder]:
        """Orders that come to something else here than outside."""
        return [x for x in self.new if x.off_minor]


def import_orders(
    runtime: Runtime, *, actor: Actor, path: Path, profile: str | None = None, price_list: str | None = None,
    confirm: bool = True, progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False,
    reader: OutsideReader | None = None,
) -> ImportedOrders:  # fmt: skip
    """Import a file of orders; each is one transaction, and comes in once however often the file does.

    Args:
        runtime: runs them.
        actor: who imports; needs orders.edit, for new customers parties.edit.
        path: of the file.
        profile: "shopify", "woocommerce", "csv" or "json"; None: as the file looks.
        price_list: code of the list whose currency and terms the prices are in; None: the first.
        confirm: confirm them at once; else they stay drafts.
        progress: is called with (orders done, orders in all).
        cancelled: is asked before each order.
        reader: of files whose profile is none of ours (a plug-in's).

    Raises:
        PermissionNeededError, NoSuchImportListError, and those of read_orders.
    """
    list_id, currency = runtime.ask(get_import_list, code=price_list)
    read = read_orders(path, profile=profile, currency=currency, reader=reader)
    rules = ImportRules(read.profile, path.name, list_id, currency, confirm=confirm)
    result = ImportedOrders(
        read.profile, currency, len(read.orders), cancelled=read.cancelled, errors=list(read.errors)
    )
    for done, order in enumerate(read.orders):
        if cancelled():
            result.stopped = True
            break
        _take(runtime, actor, order, rules, result)
        if progress is not None:
            progress(done + 1, result.total)
    result.errors.sort(key=lambda error: error.line)
    return result


def _take(
    runtime: Runtime, actor: Actor, order: OutsideOrder, rules: ImportRules, result: ImportedOrders
) -> None:
    try:
        try:
            made = runtime.run(import_order, actor=actor, order=order, rules=rules)
        except DuplicateError:
            # another station took it in at the same time: it is found now
            made = runtime.run(import_order, actor=actor, order=order, rules=rules)
    except PermissionNeededError:
        raise
    except Refusal as refusal:
        result.errors.append(RowError(order.first_line, order.reference, str(refusal), refusal))
        return
    if made.was_there:
        result.known += 1
    else:
        result.new.append(made)
