"""Documents that are attached to cases: kept as they came."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, select

from app.cases.tables import case_file, service_case
from app.reporting.verify.results import Check


def _files(connection: Connection) -> Iterator[str]:
    rows = connection.execute(
        select(service_case.c.number, case_file.c.name, case_file.c.content, case_file.c.sha256)
        .join_from(case_file, service_case, service_case.c.id == case_file.c.case_id)
        .order_by(case_file.c.id)
        .execution_options(yield_per=5)
    )
    for number, name, content, kept in rows:
        if sha256(content).hexdigest() != kept:
            yield f"{number}: {name} is not what was attached"


CASE_CHECKS: Final = (Check("case_files", "Documents attached to cases are what was attached.", _files),)
