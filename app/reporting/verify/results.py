"""What a check is and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Select

K = TypeVar("K")
SHOWN_FAULTS: Final = 20
CHUNK: Final = 2000

# yields one sentence per fault; the first words say where it is
Find = Callable[[Connection], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Check:
    """One invariant of the books."""

    name: str  # "ledger_balances": for programs
    sentence: str  # what holds, for people
    find: Find
    sqlite_only: bool = False


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How one invariant stands; `faults` holds the first of them in words."""

    name: str
    sentence: str
    fault_count: int
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return self.fault_count == 0


def stream(connection: Connection, query: Select[Any]) -> Iterator[Any]:
    """The rows of a query, a few thousand in memory at a time."""
    with connection.execute(query, execution_options={"yield_per": CHUNK}) as rows:
        yield from rows


def sums(connection: Connection, query: Select[Any], keys: int) -> dict[tuple[Any, ...], tuple[int, ...]]:
    """A grouped query as {its first `keys` columns: the sums that follow}; NULL counts as 0."""
    return {
        tuple(row[:keys]): tuple(int(value or 0) for value in row[keys:]) for row in connection.execute(query)
    }


def differences(
    told: Mapping[K, tuple[int, ...]], right: Mapping[K, tuple[int, ...]], names: Iterable[str]
) -> Iterator[tuple[K, str]]:
    """Where two sets of sums differ: the key, and "name is X, should be Y" of what differs.

    A missing key counts as zeros.
    """
    labels = tuple(names)
    zeros = (0,) * len(labels)
    for key in dict.fromkeys([*told, *right]):
        found, wanted = told.get(key, zeros), right.get(key, zeros)
        if found != wanted:
            parts = [
                f"{label} is {a}, should be {b}"
                for label, a, b in zip(labels, found, wanted, strict=True)
                if a != b
            ]
            yield key, "; ".join(parts)
