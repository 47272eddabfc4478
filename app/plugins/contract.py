"""What a plug-in says of itself: a module with `PLUGIN = Plugin(...)`.

These names, the ports of `app.devices` and the tables of the rooms are what it may import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

DRIVER_ROLES: Final = ("printer", "display", "scanner", "terminal", "labels", "scale")


@dataclass(frozen=True, slots=True)
class Driver:
    """A device by the kind of its address.

    Attributes:
        role: one of DRIVER_ROLES.
        scheme: what its addresses begin with ("acme" for acme://host); not one of ours.
        open: called with the whole address, gives the port of `app.devices` of that role; opens nothing yet.
    """

    role: str
    scheme: str
    open: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class OrderProfile:
    """Orders of a shop outside.

    Attributes:
        name: of the profile, short, in small letters; with the order number it makes an order known again.
        title: shown to people.
        read: called with the path of a file; gives one mapping a line, with the fields of the profile "csv"
            ("order", "sku" and "quantity" at least), every value a text, numbers with a point.
    """

    name: str
    title: str
    read: Callable[[Path], Iterable[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Table:
    """What a report shows: headings, and lines of as many texts."""

    headings: Sequence[str]
    lines: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Report:
    """A table for the office.

    Attributes:
        name: short, in small letters.
        title: shown to people.
        make: called as make(connection, since=day, until=day) with a connection that can only read and the
            first and last day; it runs beside the tills.
    """

    name: str
    title: str
    make: Callable[..., Table]


@dataclass(frozen=True, slots=True)
class InvoiceFormat:
    """Posted invoices and credit notes in another format.

    Attributes:
        name: short, in small letters; not one of ours.
        title: shown to people.
        write: called with an `app.einvoice.model.EInvoice`, gives the bytes of the file.
    """

    name: str
    title: str
    write: Callable[[Any], bytes]


@dataclass(frozen=True, slots=True)
class Plugin:
    """All that one plug-in adds."""

    title: str
    drivers: tuple[Driver, ...] = ()
    orders: tuple[OrderProfile, ...] = ()
    reports: tuple[Report, ...] = ()
    invoices: tuple[InvoiceFormat, ...] = ()
