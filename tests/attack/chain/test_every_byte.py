"""No byte of what was posted changes a value unnoticed (design/reliability.md 7, S1).

Tried are the pages of all tables in `shop_file.POSTED`: what a digest in the journal covers, and the journal.
Not promised, not tried: an open shift, whose rows are sealed when it closes; master data, settings, open
orders and carts, which change every day and stand in the journal only as what was done; figures that are
added up for the eye (`verify` adds them up again); pages of indexes and the schema, which `integrity_check`
compares with the tables.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

import pytest
from pysqlite3 import dbapi2 as sqlite

from app.inventory.tables import stock_move
from app.reporting.verify import CHECKS, Check
from app.reporting.verify.documents import DOCUMENT_CHECKS
from app.reporting.verify.files import FILE_CHECKS
from app.reporting.verify.journal import JOURNAL_CHECKS
from app.reporting.verify.papers import PAPER_CHECKS
from app.reporting.verify.seals import KINDS, SEAL_CHECKS, _digests
from tests.attack.chain.flips import DATABASE, Flipper, remembering
from tests.attack.chain.shop_file import POSTED
from tests.crash.torture import HOURS

STRIDE: Final = 1 if HOURS else 401
SEED: Final = random.SystemRandom().randrange(1_000_000)
Copied = Callable[[], Path]


def test_no_flipped_byte_of_a_posted_row_goes_unnoticed(copied: Copied) -> None:
    with remembering(), Flipper(copied()) as flipper:
        tally = flipper.run(flipper.places[SEED % STRIDE :: STRIDE], SEED)
    assert tally.missed == [], f"seed {SEED}, stride {STRIDE}"
    assert tally.noticed["journal_is_whole"] > 0
    assert tally.noticed[DATABASE] > 0
    assert tally.harmless > 0


def test_every_posted_table_has_rows_and_pages_of_its_own(copied: Copied) -> None:
    path = copied()
    with Flipper(path) as flipper:
        assert set(flipper.pages.values()) == set(POSTED)
    with closing(sqlite.connect(path)) as connection:
        empty = [t for t in POSTED if connection.execute(f'SELECT 1 FROM "{t}"').fetchone() is None]
    # kits, promotions, down payments: whoever sells them tampers with them too
    assert sorted(empty) == ["deposit_use", "sale_line_part", "sale_promotion"]


_WITHOUT_DIGESTS = tuple(c for c in CHECKS if c not in (*SEAL_CHECKS, *DOCUMENT_CHECKS))


@pytest.mark.parametrize(
    "checks", [FILE_CHECKS[:1], _WITHOUT_DIGESTS], ids=["integrity_check alone", "all but the digests"]
)
def test_whoever_skips_the_digests_misses_one(checks: tuple[Check, ...], copied: Copied) -> None:
    with Flipper(copied(), checks) as flipper:
        assert any(_missed(flipper, "customer_payment"))


def _missed(flipper: Flipper, table: str) -> Iterator[bool]:
    for place in flipper.places[::-7]:
        if flipper.pages[place // flipper.size + 1] == table:
            yield bool(flipper.run([place], 1).missed)


class _Again:
    """A connection to a damaged page: whatever is asked for, the same row comes."""

    def execute(self, _query: object) -> list[Any]:
        return [SimpleNamespace(**dict.fromkeys(stock_move.c.keys(), 7))]


def test_rows_that_come_again_end_the_check() -> None:
    """They kept it busy for ever: found by flipping all bytes."""
    (kind,) = [k for k in KINDS if k.name == "stock_move"]
    damaged: Any = _Again()
    with pytest.raises(ValueError, match="not in the order of their ids"):
        list(islice(_digests(damaged, kind), 5))


def test_letters_of_a_signature_are_its_own(copied: Copied) -> None:
    """The same number in capital letters is another text: found by flipping all bytes."""
    path = copied()
    with closing(sqlite.connect(path)) as connection:
        connection.execute("UPDATE journal SET signature = upper(signature) WHERE kind = 'day.closed'")
        connection.commit()
    with Flipper(path) as flipper:
        assert flipper.first_fault(JOURNAL_CHECKS[0]).endswith("signature does not fit")


@pytest.mark.parametrize("change", ["made_at = '2026-03-02 09:00:00.000000'", "kind = 'pdg'"])
def test_a_kept_paper_has_its_time_and_kind(change: str, copied: Copied) -> None:
    path = copied()
    with closing(sqlite.connect(path)) as connection:
        connection.execute(f"UPDATE invoice_file SET {change}")
        connection.commit()
    with Flipper(path) as flipper:
        assert flipper.first_fault(PAPER_CHECKS[0]).endswith("is not the one that was written")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("ledger_entry", "at", "'2026-03-02T09:00:00.000000'"),  # sorts after any time of that day
        ("store_day", "at", "'2026-03-02 09:00:00,000000'"),
        ("ledger_entry", "business_date", "20260302"),
        ("stock_move", "quantity_milli", "CAST(quantity_milli AS REAL) + 0.25"),
        ("stock_move", "document_type", "CAST(document_type AS BLOB)"),
        ("product", "active", "x''"),  # false to the program, neither true nor false to the database
    ],
)
def test_a_value_in_another_form_is_named(table: str, column: str, value: str, copied: Copied) -> None:
    path = copied()
    with closing(sqlite.connect(path)) as connection:
        connection.execute(f'UPDATE "{table}" SET "{column}" = {value}')
        connection.commit()
    with Flipper(path) as flipper:
        (check,) = [c for c in FILE_CHECKS if c.name == "values_as_written"]
        fault = flipper.first_fault(check)
    assert fault.startswith(f"{table} row ")
    assert fault.endswith(f": {column} is not written as the program writes it")
