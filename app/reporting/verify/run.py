"""Runs every check over the whole database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.db.errors import as_refusal
from app.reporting.verify.assemblies import ASSEMBLY_CHECKS
from app.reporting.verify.bank import BANK_CHECKS
from app.reporting.verify.cases import CASE_CHECKS
from app.reporting.verify.collections import COLLECTION_CHECKS
from app.reporting.verify.commission import COMMISSION_CHECKS
from app.reporting.verify.documents import DOCUMENT_CHECKS
from app.reporting.verify.einvoices import EINVOICE_CHECKS
from app.reporting.verify.expenses import EXPENSE_CHECKS
from app.reporting.verify.files import FILE_CHECKS
from app.reporting.verify.journal import JOURNAL_CHECKS
from app.reporting.verify.kits import KIT_CHECKS
from app.reporting.verify.ledger import LEDGER_CHECKS
from app.reporting.verify.lots import LOT_CHECKS
from app.reporting.verify.numbers import NUMBER_CHECKS
from app.reporting.verify.orders import ORDER_CHECKS
from app.reporting.verify.papers import PAPER_CHECKS
from app.reporting.verify.recurring import RECURRING_CHECKS
from app.reporting.verify.results import SHOWN_FAULTS, Check, CheckResult
from app.reporting.verify.returns import RETURN_CHECKS
from app.reporting.verify.sales import SALE_CHECKS
from app.reporting.verify.seals import SEAL_CHECKS
from app.reporting.verify.serials import SERIAL_CHECKS
from app.reporting.verify.shifts import SHIFT_CHECKS
from app.reporting.verify.stations import NOT_AT_A_TILL, STATION_CHECKS, is_till
from app.reporting.verify.stock import STOCK_CHECKS
from app.reporting.verify.takings import TAKING_CHECKS

CHECKS: Final[tuple[Check, ...]] = (
    *FILE_CHECKS,
    *JOURNAL_CHECKS,
    *SEAL_CHECKS,
    *DOCUMENT_CHECKS,
    *NUMBER_CHECKS,
    *SALE_CHECKS,
    *RETURN_CHECKS,
    *TAKING_CHECKS,
    *SHIFT_CHECKS,
    *LEDGER_CHECKS,
    *STOCK_CHECKS,
    *LOT_CHECKS,
    *SERIAL_CHECKS,
    *KIT_CHECKS,
    *ASSEMBLY_CHECKS,
    *ORDER_CHECKS,
    *PAPER_CHECKS,
    *BANK_CHECKS,
    *EINVOICE_CHECKS,
    *RECURRING_CHECKS,
    *COLLECTION_CHECKS,
    *EXPENSE_CHECKS,
    *COMMISSION_CHECKS,
    *CASE_CHECKS,
    *STATION_CHECKS,
)


def verify_database(
    connection: Connection, *, on_progress: Callable[[int, int, str], None] | None = None
) -> list[CheckResult]:
    """Check every invariant on one snapshot; nothing is changed.

    Args:
        connection: a read transaction.
        on_progress: told (checks done, checks in all, name of the next) before each check.
    """
    dialect = connection.dialect.name
    checks = [c for c in CHECKS if dialect == "sqlite" or not c.sqlite_only]
    if is_till(connection):
        checks = [c for c in checks if c.name not in NOT_AT_A_TILL]
    results = []
    for done, check in enumerate(checks):
        if on_progress is not None:
            on_progress(done, len(checks), check.name)
        results.append(_run(connection, check))
    if on_progress is not None:
        on_progress(len(checks), len(checks), "")
    return results


def _run(connection: Connection, check: Check) -> CheckResult:
    faults: list[str] = []
    count = 0
    try:
        for fault in check.find(connection):
            count += 1
            if len(faults) < SHOWN_FAULTS:
                faults.append(fault)
    except DBAPIError as error:
        # what cannot be read is broken; the other checks may still tell where
        count += 1
        faults.append(f"could not be read: {as_refusal(error)}")
    except (ValueError, TypeError, LookupError) as error:
        # a value that is none of its kind, e.g. a day that no calendar has
        count += 1
        faults.append(f"could not be read: {error}")
    return CheckResult(check.name, check.sentence, count, tuple(faults))
