"""What a driver's error means, in words."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError

from app.db.errors import (
    DatabaseBusyError,
    DatabaseDamagedError,
    DatabaseError,
    DatabaseReadOnlyError,
    DatabaseRightsError,
    DatabaseUnreachableError,
    DiskFaultError,
    DiskFullError,
    DuplicateError,
    as_refusal,
    tries_worth,
)
from app.kernel.refusal import Refusal


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ("database is locked", DatabaseBusyError),
        ("canceling statement due to lock timeout", DatabaseBusyError),
        ("database or disk is full", DiskFullError),
        ('could not extend file "base/1": No space left on device', DiskFullError),
        ("disk I/O error", DiskFaultError),
        ("locking protocol", DatabaseBusyError),
        ("database disk image is malformed", DatabaseDamagedError),
        ("file is not a database", DatabaseDamagedError),
        ("attempt to write a readonly database", DatabaseReadOnlyError),
        ("cannot execute INSERT in a read-only transaction", DatabaseReadOnlyError),
        ("unable to open database file", DatabaseUnreachableError),
        ("server closed the connection unexpectedly", DatabaseUnreachableError),
        ("something nobody thought of", DatabaseError),
    ],
)
def test_each_trouble_has_its_own_sentence(said: str, refusal: type[Refusal]) -> None:
    found = as_refusal(OperationalError("INSERT INTO party ...", {"name": "Ms Secret"}, Exception(said)))
    assert type(found) is refusal
    assert "Secret" not in str(found)
    assert str(found).endswith(".") or said in str(found)


def test_a_value_that_is_there_already_is_told_without_the_statement() -> None:
    cause = Exception("UNIQUE constraint failed: party.number\nDETAIL: Key (name)=(Ms Secret) exists")
    found = as_refusal(IntegrityError("INSERT", {"name": "Ms Secret"}, cause))
    assert isinstance(found, DuplicateError)
    assert "party.number" in str(found)
    assert "Secret" not in str(found)


def test_only_a_deadlock_or_a_lost_race_is_run_again() -> None:
    class Lost(Exception):  # noqa: N818 - a driver's
        sqlstate = "40P01"

    class There(Exception):  # noqa: N818 - a driver's
        sqlstate = "23505"

    assert tries_worth(OperationalError("x", {}, Lost())) > tries_worth(IntegrityError("x", {}, There())) > 1
    assert tries_worth(OperationalError("x", {}, Exception("database is locked"))) == 1


def test_a_lost_connection_is_the_server_out_of_reach_whatever_the_driver_calls_it() -> None:
    lost = OperationalError(
        "x", {}, Exception("SSL SYSCALL error: EOF detected"), connection_invalidated=True
    )
    assert isinstance(as_refusal(lost), DatabaseUnreachableError)


def test_what_the_role_may_not_is_told_as_that() -> None:
    refused = OperationalError("x", {}, Exception("permission denied for table price"))
    assert isinstance(as_refusal(refused), DatabaseRightsError)
