"""The commands of orders, picking, invoices, payments and stock: what can be asked."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

Making = Callable[..., argparse.ArgumentParser]
STAGES: Final = (
    "draft", "quoted", "to_confirm", "on_hold", "to_allocate", "to_pick", "to_pack", "to_ship", "to_invoice",
    "to_collect", "done",
)  # fmt: skip
_METHODS: Final = ("bank", "card", "cash", "cheque", "direct_debit")


def add_trade(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    """All of them; `make` is the parser of one action with what all have in common."""
    _orders(sub, make)
    _pick(sub, make)
    _invoice(sub, make)
    _payments(sub, make)
    _stock(sub, make)


def _actions(
    sub: argparse._SubParsersAction[argparse.ArgumentParser], name: str, about: str
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    return sub.add_parser(name, help=about, description=about).add_subparsers(
        dest="action", metavar="ACTION", required=True
    )


def _orders(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    actions = _actions(sub, "orders", "Import the orders of a web shop, or list orders.")
    taking = make(
        actions, "import", "Take orders in from a CSV, XLSX or JSON file; each comes in once.",
        "orders import export.csv --profile shopify",
    )  # fmt: skip
    taking.add_argument("file", type=Path, metavar="FILE")
    syncing = make(
        actions, "sync", "Take in all files of FOLDER/orders, and write FOLDER/stock-and-prices.csv.",
        "orders sync /srv/webshop --profile woocommerce",
    )  # fmt: skip
    syncing.add_argument("folder", type=Path, metavar="FOLDER")
    for each in (taking, syncing):
        _taking(each)
    listing = make(actions, "list", "List orders, the newest first.", "orders list --stage to_pick")
    listing.add_argument("--stage", choices=STAGES, help="only those")
    listing.add_argument("--text", default="", metavar="TEXT", help="number, quote or customer")
    _limit(listing)


def _taking(taking: argparse.ArgumentParser) -> None:
    """How orders of a shop outside are taken in."""
    taking.add_argument(
        "--profile", metavar="NAME", help="shopify, woocommerce, csv, json or a plug-in's; told from the file"
    )
    taking.add_argument("--price-list", metavar="CODE", help="whose terms the prices are in; the first one")
    taking.add_argument("--drafts", action="store_true", help="do not confirm them")


def _pick(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    actions = _actions(sub, "pick", "See the pick lists.")
    listing = make(actions, "list", "List pick lists that are not finished, the oldest first.", "pick list")
    _limit(listing)


def _invoice(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    actions = _actions(sub, "invoice", "Bill an order, or write or send a posted invoice.")
    post = make(
        actions, "post", "Bill and post what an order has to be billed: shipped goods, services done.",
        "invoice post O-2026-000001",
    )  # fmt: skip
    post.add_argument("number", metavar="ORDER", help="e.g. O-2026-000001")
    post.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="its date (today)")
    pdf = make(
        actions, "pdf", "Write the PDF of a posted invoice, credit note or pro-forma into a file.",
        "invoice pdf INV-2026-000001 invoice.pdf",
    )  # fmt: skip
    pdf.add_argument("number", metavar="NUMBER", help="e.g. INV-2026-000001")
    pdf.add_argument("file", type=Path, metavar="FILE", help="where it is written")
    send = make(
        actions, "send", "Put a posted invoice or credit note into the outbox, to its customer.",
        "invoice send INV-2026-000001",
    )  # fmt: skip
    send.add_argument("number", metavar="NUMBER", help="e.g. INV-2026-000001")
    send.add_argument("--to", metavar="ADDRESS", help="another address than the customer's")


def _payments(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    actions = _actions(sub, "payments", "Record money from customers.")
    record = make(
        actions, "record", "Record a payment and apply it: to the invoices named, else the oldest first.",
        "payments record C0007 119.00 --invoice INV-2026-000001",
    )  # fmt: skip
    record.add_argument("customer", metavar="CUSTOMER", help="customer number, e.g. C0007")
    record.add_argument("amount", metavar="AMOUNT", help="e.g. 119.00")
    record.add_argument("--method", choices=_METHODS, default="bank", help="how it came (bank)")
    record.add_argument(
        "--invoice", action="append", default=[], metavar="NUMBER", help="what it pays; may be said again"
    )
    record.add_argument("--unapplied", action="store_true", help="it pays nothing yet")
    record.add_argument("--on", type=date.fromisoformat, metavar="DAY", help="value date (today)")
    record.add_argument("--reference", default="", metavar="TEXT", help="the bank's or the payer's words")
    record.add_argument("--key", metavar="TEXT", help="the same key is the same payment: it is recorded once")


def _stock(sub: argparse._SubParsersAction[argparse.ArgumentParser], make: Making) -> None:
    actions = _actions(sub, "stock", "See what is there, or count it.")
    listing = make(actions, "list", "List goods with what is on hand, promised and available.", "stock list")
    listing.add_argument("--text", default="", metavar="TEXT", help="words of the name, number or barcode")
    _limit(listing)
    count = make(
        actions, "count", "Book what was counted of some goods.", "stock count COFFEE=41 MILK=7.5",
    )  # fmt: skip
    count.add_argument("counted", nargs="+", metavar="SKU=QUANTITY")
    export = make(
        actions, "export", "Write stock and prices of all goods into a CSV file for a web shop.",
        "stock export shop.csv --profile shopify",
    )  # fmt: skip
    export.add_argument("file", type=Path, metavar="FILE", help="where it is written")
    export.add_argument("--profile", choices=("shopify", "woocommerce", "csv"), default="csv",
        help="whose columns (csv)")  # fmt: skip
    export.add_argument("--price-list", metavar="CODE", help="whose prices; the first one")
    for each in (listing, count):
        each.add_argument("--location", metavar="CODE", help="where; the sales floor")


def _limit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="at most so many (50)")
