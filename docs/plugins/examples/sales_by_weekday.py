"""A report: how many receipts there were on each day of the week."""

from collections import Counter
from datetime import date

from sqlalchemy import Connection, select

from app.plugins.contract import Plugin, Report, Table
from app.till.tables import sale

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def make(connection: Connection, *, since: date, until: date) -> Table:
    """One line a weekday."""
    days = connection.scalars(
        select(sale.c.business_date).where(sale.c.business_date >= since, sale.c.business_date <= until)
    )
    counted = Counter(day.weekday() for day in days)
    return Table(("Day", "Receipts"), [(name, str(counted[at])) for at, name in enumerate(DAYS)])


PLUGIN = Plugin("Weekdays", reports=(Report("weekdays", "Receipts by day of the week", make),))
