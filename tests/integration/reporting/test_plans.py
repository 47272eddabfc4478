"""Lists and reports read what they show by an index: none goes through all sales there ever were.

What is looked at is the plan, not the time (`python -m bench reports` has that, with ten million lines).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Connection, event, func, select

from app.accounting.account_ledger import account_ledger
from app.accounting.statements import balance_sheet, profit_and_loss, trial_balance
from app.accounting.stock_value import stock_value
from app.commission.queries import commission_report, list_commission_lines
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import Event, EventBus
from app.receivables.ageing import age_receivables
from app.reporting.dashboard import load_dashboard
from app.reporting.lists import customer_history, list_journal, list_print_jobs, list_sales, list_shifts
from app.reporting.loss import Figure, list_cashiers, list_evidence, list_loose_returns
from app.till.store_day import safe_minor
from app.till.tables import sale
from tests.factories.shop import TODAY, make_shop

# tables that grow with every sale
GROWING: Final = (
    "sale", "sale_line", "sale_tax", "payment", "stock_move", "ledger_entry", "ledger_line", "journal",
    "print_job", "product_day",
)  # fmt: skip
_NAMES: Final = "|".join(GROWING)
_SCAN: Final = re.compile(rf"SCAN (?:{_NAMES})(?: AS \w+)?$|SEARCH (?:{_NAMES}) USING AUTOMATIC")
SPAN: Final = {"since": TODAY - timedelta(days=30), "until": TODAY}
ASKED: Final[dict[str, tuple[Callable[..., Any], dict[str, Any]]]] = {
    "overview": (load_dashboard, SPAN),
    "trial balance": (trial_balance, SPAN),
    "profit and loss": (profit_and_loss, SPAN),
    "balance sheet": (balance_sheet, {"on": TODAY}),
    "an account": (account_ledger, {"code": "1000", "limit": 100, **SPAN}),
    "stock value": (stock_value, {"on": TODAY}),
    "sales": (list_sales, SPAN),
    "a receipt's number": (list_sales, {"number": "000001"}),
    "sales of a customer": (customer_history, {"party_id": 1}),
    "shifts": (list_shifts, {}),
    "journal": (list_journal, {}),
    "cashiers": (list_cashiers, SPAN),
    "what is behind a cashier": (list_evidence, {"user_id": 1, "figure": Figure.REFUNDS, **SPAN}),
    "returns without a receipt": (list_loose_returns, SPAN),
    "commission": (commission_report, {"first": TODAY - timedelta(days=30), "last": TODAY}),
    "lines of commission": (list_commission_lines, {"seller_id": 1, "first": TODAY, "last": TODAY}),
    "ageing": (age_receivables, {"on": TODAY}),
    "the safe": (safe_minor, {}),
}


def plans(connection: Connection, ask: Callable[..., Any], arguments: dict[str, Any]) -> Iterator[str]:
    """Each step of each statement that a query runs."""
    told: list[tuple[str, Any]] = []

    def keep(_c: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        told.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", keep)
    ask(connection, **arguments)
    event.remove(connection, "before_cursor_execute", keep)
    for statement, parameters in told:
        for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters):
            yield row[3]


def test_no_list_or_report_goes_through_a_table_that_grows(sqlite_url: str) -> None:
    factory = UnitOfWorkFactory(
        create_app_engine(sqlite_url), EventBus(on_error=fail), read_engine=create_app_engine(sqlite_url)
    )
    make_shop(factory)
    with factory.read() as connection:
        found = {
            name: [p for p in plans(connection, *asked) if _SCAN.search(p)] for name, asked in ASKED.items()
        }
        # what the test looks for is found where it is
        scan = [p for p in plans(connection, _all_sales, {}) if _SCAN.search(p)]
        jobs = list(plans(connection, list_print_jobs, {}))
    factory.dispose()
    assert {name: steps for name, steps in found.items() if steps} == {}
    assert scan == ["SCAN sale"]
    # from the newest on, in the order of their ids, as far as the page goes
    assert not [step for step in jobs if "ORDER BY" in step]


def _all_sales(connection: Connection) -> None:
    connection.execute(select(func.sum(sale.c.net_minor)))


def fail(_event: Event, error: Exception) -> None:
    """Nothing listens."""
    raise error
