"""Importing a file of goods: looking at it first, then doing it.

A file is taken in batches of 5,000 lines, each one transaction. So a file of up to 5,000 products
happens wholly or not at all, and a larger one does not keep the tills waiting for minutes, since
SQLite has one writer. When a large import breaks off, it says after which line, and importing the
file again goes on without doubling: products are known by their number, else by their barcode.

A line that cannot be taken is left out and told in words; the others are taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from app.audit.operations import note
from app.catalog.events import ProductsChanged
from app.catalog.importing.amounts import guess_decimal
from app.catalog.importing.apply import Planner, Rules, tax_key, write_changed, write_new
from app.catalog.importing.profiles import ColumnMap, Profile, load_profile, map_columns
from app.catalog.importing.reading import Line, Source, open_source
from app.catalog.importing.records import LineError, LineReader, Record
from app.catalog.importing.refusals import (
    FileEmptyError,
    ImportStoppedError,
    NoPriceListError,
    NoTaxClassError,
    PriceTaxError,
)
from app.catalog.operations.categories import insert_category
from app.catalog.tables import category
from app.db.unit_of_work import UnitOfWork
from app.inventory.operations import SALES_FLOOR, SUPPLIERS, adjust_stock
from app.inventory.queries import location_id
from app.kernel.money import minor_digits
from app.kernel.permission import Actor, Permission, permitted
from app.kernel.refusal import Refusal
from app.kernel.text import fold
from app.organisation.queries import get_company
from app.pricing.operations import write_prices
from app.pricing.queries import PriceList, list_price_lists
from app.runtime.run import Runtime
from app.tax.queries import list_tax_classes

BATCH: Final = 5000
_KEPT_ERRORS: Final = 1000
_SAMPLE: Final = 200

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One line of the file as it was understood."""

    line: int
    record: Record | None
    state: str  # "new", "changed", "unchanged" or "error"
    error: str


@dataclass(slots=True)
class ImportResult:
    """What an import did, or with dry_run would do.

    Attributes:
        source: how the file was read.
        columns: header -> what it was taken for.
        total: lines below the header.
        done: lines looked at; less than total when it was cancelled.
        new: products made.
        changed: products changed.
        unchanged: products that were as the file says.
        passed_over: lines that are no product by the profile.
        error_count: lines that were left out.
        errors: the first thousand of them, in words.
        doubled_headers: columns that stand in the header more than once; the first one counts.
        rows: the first lines, for the preview.
        dry_run: nothing was written.
        cancelled: somebody stopped it; what was done stays.
    """

    source: Source
    columns: dict[str, str]
    total: int
    done: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    passed_over: int = 0
    error_count: int = 0
    errors: list[LineError] = field(default_factory=list)
    doubled_headers: tuple[str, ...] = ()
    rows: list[PreviewRow] = field(default_factory=list)
    dry_run: bool = False
    cancelled: bool = False

    def add_error(self, error: LineError) -> None:
        """Count a line that was left out."""
        self.error_count += 1
        if len(self.errors) < _KEPT_ERRORS:
            self.errors.append(error)


def preview_import(
    runtime: Runtime, *, path: Path, profile: str | Profile | None = None, price_list_id: int | None = None,
    limit: int = 20, progress: Progress | None = None, cancelled: Callable[[], bool] = lambda: False,
) -> ImportResult:  # fmt: skip
    """Look through a whole file: its first lines, what is wrong with which, what would be new or change.

    Raises:
        The refusals of app.catalog.importing.refusals.
    """
    job = _Job(runtime, path, profile, price_list_id)
    return job.look(limit=limit, progress=progress, cancelled=cancelled)


def import_products(
    runtime: Runtime, *, actor: Actor, path: Path, profile: str | Profile | None = None,
    price_list_id: int | None = None, dry_run: bool = False, progress: Progress | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportResult:  # fmt: skip
    """Import a file of goods; see the head of this file for what is one transaction.

    Args:
        runtime: runs the batches.
        actor: who imports; needs Permission.IMPORT.
        path: of the file: CSV, XLSX, or CSV packed with gzip.
        profile: name of one, or one; None: columns are known by what they are called.
        price_list_id: where prices go; None: the list that fits the profile, else the first.
        dry_run: only say what would happen.
        progress: is called with (lines done, lines in all) after each batch.
        cancelled: is asked after each batch.

    Raises:
        ImportStoppedError: it broke off after a batch; what was before is in.
        The refusals of app.catalog.importing.refusals, PermissionNeededError.
    """
    job = _Job(runtime, path, profile, price_list_id)
    if dry_run:
        return job.look(limit=0, progress=progress, cancelled=cancelled)
    return job.write(actor, progress=progress, cancelled=cancelled)


class _Job:
    """One file on its way in."""

    def __init__(
        self, runtime: Runtime, path: Path, profile: str | Profile | None, price_list_id: int | None
    ) -> None:
        self._runtime = runtime
        self._source = open_source(Path(path))
        wanted = load_profile(profile) if isinstance(profile, str) else profile
        lines = self._source.lines()
        header = next(lines, None)
        if header is None:
            raise FileEmptyError(name=self._source.path.name)
        self._columns = map_columns(self._source.path.name, header.cells, wanted)
        self._profile = wanted or Profile()
        sample = list(islice(lines, _SAMPLE))
        if not sample:
            raise FileEmptyError(name=self._source.path.name)
        self._list = runtime.ask(_choose_list, profile=self._profile, price_list_id=price_list_id)
        self._rules = runtime.ask(_load_rules, profile=self._profile, price_list_id=self._list.id)
        self._reader = LineReader(
            self._columns, self._profile, decimal=self._decimal(sample), currency=self._list.currency,
            digits=minor_digits(self._list.currency),
        )  # fmt: skip
        self._planner = Planner(self._rules)

    def _decimal(self, sample: list[Line]) -> str:
        if self._profile.decimal:
            return self._profile.decimal
        if self._source.kind == "xlsx":
            return "."
        columns = [at for name in ("price", "cost") for at in self._columns.fields.get(name, ())]
        return guess_decimal(line.cells[at] for line in sample for at in columns if at < len(line.cells))

    def _start(self) -> tuple[ImportResult, Iterator[Line]]:
        total = sum(1 for _ in self._source.lines()) - 1
        lines = self._source.lines()
        next(lines)
        result = ImportResult(
            self._source, _shown(self._columns), total, doubled_headers=self._columns.doubled
        )
        return result, lines

    def _batches(self, result: ImportResult, lines: Iterator[Line]) -> Iterator[tuple[int, list[Record]]]:
        """Records of each batch, and its last line; lines that are none go into the result."""
        while batch := list(islice(lines, BATCH)):
            records: list[Record] = []
            for line in batch:
                read = self._reader.read(line)
                if isinstance(read, Record):
                    records.append(read)
                elif isinstance(read, LineError):
                    result.add_error(read)
                else:
                    result.passed_over += 1
            yield batch[-1].number, records
            result.done += len(batch)

    def look(self, *, limit: int, progress: Progress | None, cancelled: Callable[[], bool]) -> ImportResult:
        result, lines = self._start()
        result.dry_run = True
        for _, records in self._batches(result, lines):
            plan = self._runtime.ask(
                lambda connection, records=records: self._planner.plan(
                    connection, records, _categories(connection)
                )
            )
            result.new += len(plan.new)
            result.changed += len(plan.changed)
            result.unchanged += plan.unchanged
            for error in plan.errors:
                result.add_error(error)
            _add_rows(result, records, plan.states, limit)
            if _told(result, progress, cancelled):
                break
        result.rows = _with_errors(result, limit)
        return result

    def write(
        self, actor: Actor, *, progress: Progress | None, cancelled: Callable[[], bool]
    ) -> ImportResult:
        result, lines = self._start()
        last = 1
        for number, records in self._batches(result, lines):
            try:
                counts, errors = self._runtime.run(
                    _import_batch, actor=actor, records=records, planner=self._planner, rules=self._rules,
                    file_name=self._source.path.name, profile=self._profile.name,
                )  # fmt: skip
            except Refusal as refusal:
                if last == 1:
                    raise
                raise ImportStoppedError(line=last, reason=str(refusal)) from refusal
            last = number
            result.new += counts[0]
            result.changed += counts[1]
            result.unchanged += counts[2]
            for error in errors:
                result.add_error(error)
            if _told(result, progress, cancelled):
                break
        return result


def _told(result: ImportResult, progress: Progress | None, cancelled: Callable[[], bool]) -> bool:
    """Tell how far it is; True when it shall stop."""
    done = min(result.done + BATCH, result.total)
    if progress is not None:
        progress(done, result.total)
    if done < result.total and cancelled():
        result.cancelled = True
        result.done = done
    return result.cancelled


@permitted(Permission.IMPORT)
def _import_batch(
    uow: UnitOfWork, *, records: list[Record], planner: Planner, rules: Rules, file_name: str, profile: str
) -> tuple[tuple[int, int, int], list[LineError]]:
    """Plan and write one batch; returns the counts of new, changed, unchanged, and the errors."""
    plan = planner.plan(uow.connection, records, _categories(uow.connection))
    for key, known in sorted(plan.categories.items()):
        if not known:
            plan.categories[key] = insert_category(uow, plan.names[key])
    made = write_new(uow, plan, rules)
    drafts = write_changed(uow, plan)
    if drafts:
        write_prices(uow, price_list_id=rules.price_list_id, drafts=drafts)
    _book_stock(uow, made)
    if plan.new or plan.changed:
        note(
            uow, kind="products.imported", document_type="product",
            payload={
                "file": file_name, "profile": profile, "first_line": records[0].line,
                "last_line": records[-1].line, "new": len(plan.new), "changed": len(plan.changed),
            },
        )  # fmt: skip
        uow.record(ProductsChanged(product_ids=()))
    return (len(plan.new), len(plan.changed), plan.unchanged), plan.errors


def _book_stock(uow: UnitOfWork, made: list[tuple[int, Record]]) -> None:
    """Opening stock of new products, at cost; only for whoever may adjust stock."""
    stocked = [(i, r) for i, r in made if r.stock_milli and r.stock_milli > 0]
    if not stocked or not uow.actor.may(Permission.ADJUST_STOCK):
        return
    place = location_id(uow.connection, code=SALES_FLOOR)
    today = get_company(uow.connection).day_of(uow.now)
    for product_id, record in stocked:
        milli = record.stock_milli or 0
        adjust_stock(
            uow, product_id=product_id, location_id=place, quantity_milli=milli, reason="Opening stock",
            business_date=today, cost_minor=(record.cost_minor or 0) * milli // 1000, source=SUPPLIERS,
        )  # fmt: skip


def _categories(connection: Connection) -> dict[str, int]:
    rows = connection.execute(select(category.c.name, category.c.id).order_by(category.c.id.desc()))
    return {fold(row.name): row.id for row in rows}


def _choose_list(connection: Connection, *, profile: Profile, price_list_id: int | None) -> PriceList:
    lists = list_price_lists(connection)
    currency = profile.currency or get_company(connection).currency
    words = {True: "with tax included", False: "without tax", None: ""}
    fitting = [
        x
        for x in lists
        if (x.id == price_list_id if price_list_id is not None else x.currency == currency)
        and (price_list_id is not None or profile.price_includes_tax in {None, x.includes_tax})
    ]
    if not fitting:
        raise NoPriceListError(currency=currency, tax=words[profile.price_includes_tax])
    found = fitting[0]
    if profile.price_includes_tax not in {None, found.includes_tax}:
        raise PriceTaxError(
            file=words[profile.price_includes_tax], list=found.name, other=words[found.includes_tax]
        )
    return found


def _load_rules(connection: Connection, *, profile: Profile, price_list_id: int) -> Rules:
    classes = list_tax_classes(connection)
    names: dict[str, int] = {}
    for each in reversed(classes):
        if len(each.taxes) == 1 and each.taxes[0].kind == "percent":
            names[tax_key(str(Decimal(each.taxes[0].rate) / 1000))] = each.id
    for each in classes:
        names[tax_key(each.name)] = each.id
    for each in classes:
        names[tax_key(each.code)] = each.id
    known = ", ".join(c.code for c in classes)
    wanted = profile.tax_class or (classes[0].code if classes else "")
    default = names.get(tax_key(wanted))
    if default is None:
        raise NoTaxClassError(code=wanted, known=known or "none")
    return Rules(price_list_id, names, known, default, profile.category)


def _shown(columns: ColumnMap) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, places in {**columns.otherwise, **columns.fields}.items():
        for at in places:
            found[columns.headers[at]] = name
    found.update({columns.headers[at]: name for name, at in columns.attributes.items()})
    return found


def _add_rows(result: ImportResult, records: list[Record], states: dict[int, str], limit: int) -> None:
    for record in records[: max(limit - len(result.rows), 0)]:
        if record.line in states:
            result.rows.append(PreviewRow(record.line, record, states[record.line], ""))


def _with_errors(result: ImportResult, limit: int) -> list[PreviewRow]:
    """The first lines, good and bad, in the order of the file."""
    wrong = [PreviewRow(e.line, None, "error", e.text) for e in result.errors[:limit]]
    return sorted([*result.rows, *wrong], key=lambda row: row.line)[:limit]
