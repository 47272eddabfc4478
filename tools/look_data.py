"""Believable data for the pictures that tools/look makes; all names are invented."""

from __future__ import annotations

from typing import Final

from ui.formatting import Formats
from ui.till.cart_panel import Totals
from ui.till.till_view import TillView
from ui.widgets.cart_list import CartRow
from ui.widgets.tile_grid import Tile

PRODUCTS: Final = (
    ("Espresso", 490, 7, 2), ("Cappuccino", 860, 14, 2), ("Flat white", 330, 21, 2),
    ("Caffè latte", 700, 5, 2),
    ("Filter coffee 12 oz", 170, 12, 2), ("Beans Sidamo 250 g", 540, 19, 2), ("Beans House 1 kg", 910, 3, 2),
    ("Butter croissant", 380, 10, 7), ("Pain au chocolat", 750, 17, 7), ("Rye bread 750 g", 220, 1, 7),
    ("Cinnamon roll", 590, 8, 7), ("Bagel sesame", 960, 15, 7), ("Carrot cake slice", 430, 22, 7),
    ("Mineral water 0.5 l", 800, 6, 5), ("Orange juice fresh", 270, 13, 5), ("Ginger lemonade", 350, 20, 5),
    ("Apples Elstar, loose", 299, 0, 1), ("Bananas, organic", 249, 0, 1),
    ("Cherry tomatoes 250 g", 279, 9, 1),
    ("Paprika crisps", 229, 30, 4), ("Dark chocolate 70 %", 349, 16, 4), ("Salted almonds 200 g", 449, 11, 4),
    ("Candle, beeswax", 1290, 4, 3), ("Tea towel, linen", 1490, 2, 3), ("Gift wrap", 790, 40, 6),
)  # fmt: skip
CATEGORIES: Final = (
    ("1", "Coffee"), ("2", "Bakery"), ("3", "Drinks"), ("4", "Fruit"), ("5", "Snacks"), ("6", "Home"),
    ("7", "Gifts"), ("8", "Household"), ("9", "Newspapers"),
)  # fmt: skip
LOW: Final = 3


def tiles(formats: Formats) -> list[Tile]:
    made = []
    for number, (name, price, stock, colour) in enumerate(PRODUCTS, 1):
        words = f"only {stock}" if stock <= LOW else f"{stock} pc"
        made.append(
            Tile(number, name, formats.money(price), words if stock else "", 0 < stock <= LOW, colour)
        )
    return made


def rows(formats: Formats) -> list[CartRow]:
    money = formats.money
    return [
        CartRow("1", "Cappuccino", formats.times(2000, 860), money(1720)),
        CartRow("2", "Butter croissant", formats.times(3000, 380), money(1140)),
        CartRow("3", "Beans House 1 kg", formats.times(1000, 910), money(819), badge=formats.discount(1000)),
        CartRow("4", "Apples Elstar, loose", formats.times(1236, 299, "kg"), money(370)),
        CartRow("5", "Mineral water 0.5 l", formats.times(6000, 800), money(4800), note="chilled, in a bag"),
    ]


def fill_till(view: TillView, formats: Formats) -> None:
    view.header.set_place("Corner Store", "Till 2", "Anna M.", "08:02")
    view.header.set_parked(2)
    view.header.set_device("database", "Online", "ok", "Server answers in 2 ms")
    view.header.set_device("printer", "Printer", "ok", "TM-T88, paper left")
    view.header.set_device("scanner", "Scanner", "warn", "No scan since 10 minutes")
    view.sell.set_categories(CATEGORIES)
    view.sell.set_tiles(tiles(formats), more=True)
    view.cart.set_lines(rows(formats), selected="3")
    view.cart.set_totals(
        Totals("13", formats.money(8849), formats.money(-91), formats.money(1413), view.tr("VAT included"))
    )
