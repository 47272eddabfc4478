"""What every process of the play knows: who is there, behind which link, and whether it goes on."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.clock import system_clock
from app.kernel.events import Event, EventBus
from app.till.cart import Sellable

_NUMBER: Final = struct.Struct("d")


class Board:
    """Numbers that all forked processes see at once: 0 is how far the day is, the others move clocks."""

    def __init__(self, count: int) -> None:
        self._memory = mmap.mmap(-1, _NUMBER.size * (2 * count + 1))
        self._count = count

    def __getitem__(self, at: int) -> float:
        return float(_NUMBER.unpack_from(self._memory, at * _NUMBER.size)[0])

    def __setitem__(self, at: int, value: float) -> None:
        _NUMBER.pack_into(self._memory, at * _NUMBER.size, value)

    def settle(self, number: int) -> None:
        """A station has nothing more to do."""
        self[self._count + 1 + number] = 1

    @property
    def all_settled(self) -> bool:
        """Whether no station has: then nothing changes any more, and the last changes come down."""
        return all(self[self._count + 1 + number] for number in range(self._count))


@dataclass(frozen=True, slots=True)
class Place:
    """The shop as its stations need it.

    Attributes:
        folder: of the tills' files and all histories.
        codes: of the stations: tills with books of their own first, then those that work on the server.
        tills: how many are of the first kind.
        urls: of the server by station, each through its own link and by its own role.
        think_seconds: between two things that a station does, on average.
        variant: how a losing variant behaves; "" for the program as it is.
        trouble: how often something happens to a till's message, of 1.
    """

    folder: Path
    codes: tuple[str, ...]
    tills: int
    urls: tuple[str, ...]
    till_ids: Mapping[str, int]
    users: Mapping[str, int]
    products: Mapping[str, int]
    items: Mapping[str, Sellable]
    parties: Mapping[str, int]
    floor: int
    store: int
    price_list: int
    board: Board
    think_seconds: float = 0.3
    variant: str = ""
    trouble: float = 0.1

    @property
    def is_over(self) -> bool:
        """Whether the day is over."""
        return self.board[0] > 0

    def history(self, number: int) -> Path:
        """Of a station's history."""
        return self.folder / f"{self.codes[number]}.history"

    def file(self, number: int) -> Path:
        """Of a till's books."""
        return self.folder / f"{self.codes[number]}.db"

    def clock(self, number: int) -> datetime:
        """The time at a station, as its clock shows it."""
        return system_clock() + timedelta(seconds=self.board[number + 1])


def open_factory(url: str, place: Place, number: int) -> UnitOfWorkFactory:
    """Transactions on a database, by the station's clock."""
    return UnitOfWorkFactory(
        create_app_engine(url), EventBus(on_error=_raise), read_engine=create_app_engine(url, readonly=True),
        clock=lambda: place.clock(number),
    )  # fmt: skip


def _raise(_event: Event, error: Exception) -> None:
    raise error
