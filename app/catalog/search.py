"""Finding products by beginnings of words, and keeping the words in step with the products.

Every word is a row; a search is a range over them (design/performance.md 2: 3 ms at the 99th
percentile over a million products, where a full-text index that ranks took a second).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, insert, select, update

from app.catalog.tables import barcode, product, search_word
from app.catalog.words import END, MAX_WORDS, mask_of, product_words, query_words, search_text
from app.kernel.text import fold

_CHUNK: Final = 400
_PER_PRODUCT: Final = 2  # words of one product that begin alike, at most, as a rule
_RARE: Final = 8000
_WINDOW: Final = 10  # times the limit: where products with a single further letter are looked for first

_IN_RANGE: Final = (search_word.c.word >= bindparam("from_"), search_word.c.word < bindparam("to_"))
_COUNT: Final = select(func.count()).select_from(
    select(search_word.c.word).where(*_IN_RANGE).limit(_RARE).subquery()
)


def _statement(further: int) -> Select[Any]:
    """Ids by the range of the first word; the others are looked for in the product's own text."""
    query = (
        select(product.c.id, product.c.search_key, product.c.search_text)
        .join_from(search_word, product, product.c.id == search_word.c.product_id)
        .where(*_IN_RANGE, product.c.active)
    )
    # Said so that PostgreSQL expects many to fit, reads the range in order and stops at the limit: it
    # takes an "=" on an expression and a LIKE for rare, reads all of the range first and sorts it.
    if further:
        query = query.where(search_word.c.mask.bitwise_and(bindparam("mask_")) >= bindparam("mask_"))
    for at in range(further):
        without = func.replace(product.c.search_text, bindparam(f"word_{at}"), "")
        query = query.where(product.c.search_text != without)
    return query.order_by(search_word.c.word).limit(bindparam("limit_"))


_STATEMENTS: Final = tuple(_statement(n) for n in range(MAX_WORDS))


def find_product_ids(connection: Connection, *, text: str, limit: int) -> list[int]:
    """Products in use that have every word of the text as a beginning of one of their words.

    At most `limit`; those whose name begins with the text first, then by name.
    """
    wanted = query_words(text)
    if not wanted:
        return []
    found = _few_of(connection, wanted, limit) or _all_of(connection, wanted, limit * _PER_PRODUCT)
    start = fold(text)
    ranked = sorted(found.items(), key=lambda x: (not x[1].startswith(start), x[1], x[0]))
    return [product_id for product_id, _ in ranked[:limit]]


def _few_of(connection: Connection, wanted: Sequence[str], limit: int) -> dict[int, str]:
    """What "water y" finds among the first products with "water"; empty when nothing is.

    A single letter is not yet a word: of what would fit some are shown, and the next letter finds
    all. Looking through every "water" for a y took thirty milliseconds over a million products.
    """
    words = [word for word in wanted if len(word) > 1]
    letters = [f" {word}" for word in wanted if len(word) == 1]
    if not words or not letters:
        return {}
    near = _rows(connection, words, limit * _WINDOW)
    return {row.id: row.search_key for row in near if all(x in row.search_text for x in letters)}


def _all_of(connection: Connection, wanted: Sequence[str], limit: int) -> dict[int, str]:
    return {row.id: row.search_key for row in _rows(connection, wanted, limit)}


def _rows(connection: Connection, words: Sequence[str], limit: int) -> Sequence[Row[Any]]:
    """Products with all of the words: by the range of the rarest, the others in their text."""
    rarest_first = list(words)
    if len(words) > 1:
        rarest_first.sort(key=lambda word: _how_many(connection, word))  # stable: of equals the longest
    first, *further = rarest_first
    key: dict[str, object] = {"from_": first, "to_": first + END, "limit_": limit}
    if further:
        key["mask_"] = mask_of(further)
        key.update({f"word_{at}": f" {word}" for at, word in enumerate(further)})
    return connection.execute(_STATEMENTS[len(further)], key).all()


def _how_many(connection: Connection, word: str) -> int:
    """How many words begin so, counted up to where it does not matter any more."""
    return int(connection.execute(_COUNT, {"from_": word, "to_": word + END}).scalar_one())


_DELETE: Final = delete(search_word).where(
    search_word.c.word == bindparam("word_"), search_word.c.product_id == bindparam("product_")
)
_SAVE: Final = (
    update(product).where(product.c.id == bindparam("product_")).values(search_text=bindparam("text_"))
)


def index_products(connection: Connection, product_ids: Iterable[int]) -> None:
    """Bring the words of these products in step with their names, numbers and barcodes."""
    for chunk in _chunks(list(product_ids)):
        _index(connection, chunk)


def word_rows(product_id: int, found: Sequence[str]) -> list[dict[str, object]]:
    """The rows of a product's words."""
    mask = mask_of(found)
    return [{"word": word, "product_id": product_id, "mask": mask} for word in found]


def _chunks(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(ids), _CHUNK):
        yield ids[at : at + _CHUNK]


def _index(connection: Connection, ids: Sequence[int]) -> None:
    codes: dict[int, list[str]] = {}
    rows = connection.execute(
        select(barcode.c.product_id, barcode.c.code)
        .where(barcode.c.product_id.in_(ids))
        .order_by(barcode.c.id)
    )
    for row in rows:
        codes.setdefault(row.product_id, []).append(row.code)
    columns = (product.c.id, product.c.name, product.c.sku, product.c.search_text)
    gone: list[dict[str, object]] = []
    new: list[dict[str, object]] = []
    texts: list[dict[str, object]] = []
    for goods in connection.execute(select(*columns).where(product.c.id.in_(ids))):
        found = product_words(goods.name, goods.sku, codes.get(goods.id, ()))
        text = search_text(found)
        if text == goods.search_text:
            continue
        gone += [{"word_": word, "product_": goods.id} for word in goods.search_text.split()]
        new += word_rows(goods.id, found)
        texts.append({"product_": goods.id, "text_": text})
    for statement, parameters in ((_DELETE, gone), (insert(search_word), new), (_SAVE, texts)):
        if parameters:
            connection.execute(statement, parameters)
