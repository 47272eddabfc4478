"""The databases that are measured on: a shop with many products, a shop with many past sales.

Made by raw inserts, once; kept in the cache under a key of the schema and of this file.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from pysqlite3 import dbapi2 as sqlite
from sqlalchemy import Engine
from sqlalchemy.dialects import sqlite as sqlite_dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from app.catalog.words import mask_of, product_words, search_text
from app.db.engine import create_app_engine
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.events import Event, EventBus
from app.kernel.text import fold
from app.migrations.all_tables import metadata
from app.migrations.migrate import upgrade_database
from bench import history, measure
from tests.factories import shop as shop_factory
from tests.factories.shop import Shop, make_shop

CATEGORIES: Final = 40
PRODUCT_BASE: Final = 1_000_000_000_000  # ids of the products: far from those the program makes
_CHUNK: Final = 20_000


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SYLLABLES: Final = _words("ba ko ri len ta mo vi sun da fel no gar pi lu sha wen te bru ca zo")
_ADJECTIVES: Final = _words(
    "organic fresh classic natural smooth crunchy mild strong light dark golden premium family country "
    "alpine royal tender roasted salted creamy spiced frozen dried sliced whole pure gentle quick bright "
    "heavy small large long short soft firm warm cool clean simple"
)
_NOUNS: Final = _words(
    "bread butter cheese yoghurt milk coffee tea juice water lemonade cider wine beer biscuit cracker "
    "chocolate honey jam syrup flour sugar rice noodle pasta sauce ketchup mustard vinegar oil soup "
    "bean lentil pea carrot onion potato tomato pepper cucumber salad apple pear plum cherry grape "
    "banana orange lemon melon sausage ham bacon chicken turkey salmon tuna herring shrimp egg cereal "
    "muesli granola nut almond raisin soap shampoo lotion brush towel napkin candle lamp bulb battery "
    "pencil notebook paper ribbon basket bottle glass plate bowl spoon fork knife apron glove hammer nail "
    "screw plug cable rope bucket mop sponge detergent bleach polish"
)
_FLAVOURS: Final = _words(
    "vanilla cocoa mint ginger garlic chilli basil thyme sage dill caramel hazelnut coconut walnut "
    "raspberry blueberry strawberry peach mango papaya lime rose violet lavender"
)
_SIZES: Final = (
    *((f"{n} g", (str(n), "g")) for n in (50, 100, 125, 150, 200, 250, 300, 400, 500, 750)),
    *((f"{n} ml", (str(n), "ml")) for n in (100, 200, 250, 330, 500, 700, 750)),
    *((f"{n} pieces", (str(n), "pieces")) for n in (2, 3, 4, 6, 8, 10, 12, 20)),
)


def say(text: str) -> None:
    """Progress, out of the way of the results."""
    print(text, file=sys.stderr, flush=True)


def schema_key(*more: Path) -> str:
    """Changes when a table, the shop or a generator does."""
    dialect = sqlite_dialect.dialect()
    parts = [str(CreateTable(t).compile(dialect=dialect)) for t in metadata.sorted_tables]
    indexes = [i for t in metadata.sorted_tables for i in t.indexes]
    parts += sorted(str(CreateIndex(i).compile(dialect=dialect)) for i in indexes)
    sources = (Path(__file__), history.SCRIPT, Path(str(shop_factory.__file__)), *more)
    parts += [source.read_text() for source in sources]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def cached(name: str, make: Callable[[Path], None], *sources: Path) -> Path:
    """The database of that name, made now if it is not there; older ones of the name are removed.

    Args:
        name: of the file.
        make: makes it.
        sources: the generators besides this file: a change of one makes it anew.
    """
    measure.CACHE.mkdir(parents=True, exist_ok=True)
    path = measure.CACHE / f"{name}-{schema_key(*sources)}.db"
    if path.exists():
        return path
    for old in measure.CACHE.glob(f"{name}-????????????.*"):
        old.unlink()
    part = path.with_name(f"{path.stem}.{os.getpid()}.part")
    began = time.monotonic()
    say(f"Making {path.name} ...")
    try:
        make(part)
        with sqlite.connect(str(part)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode=DELETE")
        connection.close()
        part.replace(path)
    finally:
        for left in part.parent.glob(part.name + "*"):
            left.unlink()
    say(f"... {path.stat().st_size >> 20} MB in {time.monotonic() - began:.0f} s")
    return path


def copied(source: Path, target: Path) -> Path:
    """A copy to write into."""
    shutil.copyfile(source, target)
    return target


def open_factory(
    path: Path, *, engine: Engine | None = None, bus: EventBus | None = None
) -> UnitOfWorkFactory:
    """Transactions on a database file, as the program has them."""
    url = f"sqlite:///{path}"
    return UnitOfWorkFactory(
        engine or create_app_engine(url), bus or new_bus(), read_engine=create_app_engine(url, readonly=True)
    )


def new_bus() -> EventBus:
    """A bus that hides no error."""

    def fail(_event: Event, error: Exception) -> None:
        raise error

    return EventBus(on_error=fail)


def raw_connection(path: Path) -> Any:
    """A connection for filling: fast, unsafe."""
    connection = sqlite.connect(str(path), isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-1500000", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def make_empty_file(path: Path) -> None:
    """A migrated database with nothing in it."""
    engine = create_app_engine(f"sqlite:///{path}")
    upgrade_database(engine)
    engine.dispose()


def make_shop_file(path: Path, products: int) -> None:
    """The small shop of the tests and so many products, each priced, coded, indexed and in stock."""
    make_empty_file(path)
    factory = open_factory(path)
    shop = make_shop(factory)
    factory.dispose()
    connection = raw_connection(path)
    connection.execute("BEGIN")
    _fill(connection, shop, products)
    connection.execute("COMMIT")
    connection.close()


def shop_file(products: int) -> Path:
    """The cached shop with so many products."""
    return cached(f"shop-{products}", lambda path: make_shop_file(path, products))


def empty_file() -> Path:
    """The cached migrated database with nothing in it."""
    return cached("empty", make_empty_file)


def history_file(products: int, sales: int) -> Path:
    """The cached shop with so many past sales as well."""

    def make(path: Path) -> None:
        make_shop_file(path, products)
        connection = raw_connection(path)
        for script in history.scripts(history.Past(sales, PRODUCT_BASE, products), "sqlite"):
            connection.executescript(f"BEGIN; {script} COMMIT;")
        connection.close()

    return cached(f"history-{products}-{sales}", make, Path(history.__file__))


def gtin(number: int) -> str:
    """GTIN-14 of the product of that number, with its check digit."""
    body = f"0400{number:09d}"
    total = sum(int(digit) * (3 if at % 2 == 0 else 1) for at, digit in enumerate(body))
    return f"{body}{-total % 10}"


def _mixed(number: int) -> int:
    number = (number * 0x9E3779B97F4A7C15 + 0x1234567) & (1 << 64) - 1
    number = ((number ^ number >> 31) * 0xBF58476D1CE4E5B9) & (1 << 64) - 1
    return number ^ number >> 29


def _brand(mixed: int) -> str:
    size = len(_SYLLABLES)
    a, b, c, d = mixed % size, mixed // 20 % size, mixed // 400 % size, mixed // 8000 % size
    end = _SYLLABLES[d] if mixed & 1 else ""
    return (_SYLLABLES[a] + _SYLLABLES[b] + _SYLLABLES[c] + end).title()


def product_name(number: int) -> tuple[str, list[str]]:
    """Name and words (without SKU and barcode) of the product of that number."""
    mixed = _mixed(number)
    brand = _brand(mixed >> 3 & 0x3FFF)
    adjective = _ADJECTIVES[(mixed >> 20) % len(_ADJECTIVES)]
    noun = _NOUNS[(mixed >> 28) % len(_NOUNS)]
    flavour = _FLAVOURS[(mixed >> 38) % len(_FLAVOURS)]
    size, size_words = _SIZES[(mixed >> 46) % len(_SIZES)]
    name = f"{brand} {adjective} {noun} {flavour} {size}"
    return name, [brand.lower(), adjective, noun, flavour, *size_words]


def product_price(number: int) -> int:
    """Minor units, tax included."""
    return 29 + _mixed(number) % 2970


def _fill(connection: Any, shop: Shop, count: int) -> None:
    categories = [PRODUCT_BASE - CATEGORIES + i for i in range(CATEGORIES)]
    connection.executemany(
        "INSERT INTO category (id, name, position, colour) VALUES (?, ?, ?, ?)",
        [(c, f"Category {i + 1}", i + 2, i % 8 + 1) for i, c in enumerate(categories)],
    )
    connection.execute("CREATE TEMP TABLE words (word TEXT, product_id INTEGER, mask INTEGER)")
    classes = [shop.classes[code] for code in "AABB"]
    for first in range(0, count, _CHUNK):
        numbers = range(first, min(first + _CHUNK, count))
        _products(connection, numbers, categories, classes)
        _around(connection, numbers, shop)
    connection.execute(
        "INSERT INTO search_word (word, product_id, mask)"
        " SELECT DISTINCT word, product_id, mask FROM words ORDER BY 1, 2"
    )
    connection.execute("DROP TABLE words")


def _products(connection: Any, numbers: range, categories: Sequence[int], classes: Sequence[int]) -> None:
    def rows() -> Iterator[tuple[Any, ...]]:
        for n in numbers:
            name, words = product_name(n)
            sku = f"p{n:07d}"
            text = " " + " ".join((*words, sku, gtin(n).lstrip("0")))
            mixed = _mixed(n)
            yield (
                PRODUCT_BASE + n, sku.upper(), name, name.lower(), text, categories[mixed % CATEGORIES],
                classes[mixed >> 9 & 3], n + 1 if n < 60 else None,
            )  # fmt: skip

    made = list(rows())
    for row in made[:5]:  # the same words as the catalogue itself makes
        expected = search_text(product_words(row[2], row[1], [gtin(row[0] - PRODUCT_BASE)]))
        assert (row[3], row[4]) == (fold(row[2]), expected), (row, expected)
    connection.executemany(
        "INSERT INTO product (id, sku, name, search_key, search_text, category_id, tax_class_id, kind, unit,"
        " min_age, discountable, tile_position, note, active, updated_at, version)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, 'counted', 'pc', 0, 1, ?, '', 1, '2026-01-02 08:00:00.000000', 1)",
        made,
    )
    connection.executemany("INSERT INTO words VALUES (?, ?, ?)", _word_rows(made))


def _word_rows(made: list[tuple[Any, ...]]) -> Iterator[tuple[str, int, int]]:
    for row in made:
        words = row[4].split()
        mask = mask_of(words)
        for word in words:
            yield word, row[0], mask


def _around(connection: Any, numbers: range, shop: Shop) -> None:
    connection.executemany(
        "INSERT INTO barcode (id, code, product_id, packaging_id, is_primary) VALUES (?, ?, ?, NULL, 1)",
        [(PRODUCT_BASE + n, gtin(n), PRODUCT_BASE + n) for n in numbers],
    )
    connection.executemany(
        "INSERT INTO price (id, price_list_id, product_id, packaging_id, min_quantity_milli, valid_from,"
        " valid_to, price_minor) VALUES (?, ?, ?, NULL, 0, NULL, NULL, ?)",
        [(PRODUCT_BASE + n, shop.price_list_id, PRODUCT_BASE + n, product_price(n)) for n in numbers],
    )
    connection.executemany(
        "INSERT INTO stock_level (product_id, location_id, on_hand_milli, value_minor, unit_cost_micro)"
        " VALUES (?, ?, 1000000, ?, ?)",
        [
            (
                PRODUCT_BASE + n, shop.locations["SHOP"], product_price(n) * 600,
                product_price(n) * 600_000,
            )
            for n in numbers
        ],
    )  # fmt: skip
