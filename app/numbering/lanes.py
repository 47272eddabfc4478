"""Lanes for the ids that programs make by themselves (app/kernel/ids.py): of one database no two the same."""

from __future__ import annotations

from typing import Final

from app.db.unit_of_work import UnitOfWork
from app.kernel.ids import DEALT_LANES
from app.kernel.permission import Permission, permitted
from app.numbering.operations import take_number

_SERIES: Final = "id_lane"
_STATIONS: Final = 1024  # lanes 0 to 1023: tills with books of their own keep theirs for good
_PROGRAMS: Final = DEALT_LANES - _STATIONS  # the next 512: programs straight at the server, until they end


@permitted(Permission.SYSTEM)
def deal_station_lane(uow: UnitOfWork) -> int:
    """The lane of a machine that becomes a till: the next of 1,024, then the first again."""
    taken = take_number(uow, document_type=_SERIES, scope="stations")
    return (taken.value - 1) % _STATIONS


@permitted(Permission.SYSTEM)
def deal_program_lane(uow: UnitOfWork) -> int:
    """The lane of a program that was started at a server: the next of 512, then the first again."""
    taken = take_number(uow, document_type=_SERIES, scope="programs")
    return _STATIONS + (taken.value - 1) % _PROGRAMS
