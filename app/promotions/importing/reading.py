"""Promotions out of a store's public price file: XML as it is, plain or packed with gzip.

The layouts that chains publish differ: <Promotions> with <Promotion>, <Promos> with <Sales>, tags in any
case, items in <PromotionItems><Item>, in <Groups><Group>, or one row for each item with its promotion's
number repeated. They have in common a PromotionId and items with an ItemCode, so that is what is looked for.

Read by expat piece by piece: no document type, no entity, nothing fetched, nothing held but what is told.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, cast
from xml.parsers import expat

from app.promotions.importing.refusals import (
    NoPromotionsInFileError,
    PromotionFileBrokenError,
    PromotionFileMissingError,
    PromotionFileTooLargeError,
    PromotionFileUnsafeError,
)

MOST_BYTES: Final = 300_000_000  # unpacked
MOST_DEPTH: Final = 40
_BLOCK: Final = 1 << 18
_LONGEST: Final = 2000  # characters of a field
_GZIP: Final = b"\x1f\x8b"
SEVERAL: Final = "#several"  # the field that groups of one promotion do not agree on
_KEYS: Final = ("chainid", "subchainid", "storeid")


@dataclass(slots=True)
class OutsideItem:
    """An item of a promotion: its code as printed, and whether it is what one gets."""

    code: str
    is_gift: bool = False


@dataclass(slots=True)
class OutsidePromotion:
    """A promotion as the file tells it.

    Attributes:
        key: of chain, store and promotion; the same in each file of the store.
        fields: texts by the names of their tags in small letters.
        items: in the order of the file, each once.
        line: where it begins.
    """

    key: str
    fields: dict[str, str]
    items: list[OutsideItem] = field(default_factory=list)
    line: int = 0

    def text(self, *names: str) -> str:
        """The first of these fields that says anything."""
        return next((self.fields[n] for n in names if self.fields.get(n)), "")


class _UnsafeXmlError(Exception):
    """A document type, or elements without end in one another."""


def read_promotions(path: Path) -> list[OutsidePromotion]:
    """Every promotion of a file, in its order; rows of one promotion are one.

    Raises:
        PromotionFileMissingError, PromotionFileTooLargeError, PromotionFileUnsafeError,
        PromotionFileBrokenError, NoPromotionsInFileError: see their sentences.
    """
    reader = _Reader()
    try:
        for block in _blocks(path):
            reader.parser.Parse(block, False)  # noqa: FBT003 - expat takes it by place only
        reader.parser.Parse(b"", True)  # noqa: FBT003
    except _UnsafeXmlError as error:
        raise PromotionFileUnsafeError(name=path.name) from error
    except expat.ExpatError as error:
        reason = expat.errors.messages.get(error.code, "it is no XML")
        raise PromotionFileBrokenError(name=path.name, line=error.lineno, reason=reason) from error
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        line = reader.parser.CurrentLineNumber
        raise PromotionFileBrokenError(name=path.name, line=line, reason="the file is cut short") from error
    except (OSError, LookupError) as error:
        raise PromotionFileMissingError(path=str(path)) from error
    if not reader.found:
        raise NoPromotionsInFileError(name=path.name)
    return list(reader.found.values())


def _blocks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as raw:
        packed = raw.read(2) == _GZIP
        raw.seek(0)
        file = cast("IO[bytes]", gzip.GzipFile(fileobj=raw) if packed else raw)
        size = 0
        while block := file.read(_BLOCK):
            size += len(block)
            if size > MOST_BYTES:
                raise PromotionFileTooLargeError(name=path.name, limit=MOST_BYTES // 1_000_000)
            yield block


@dataclass(slots=True)
class _Node:
    """An open element that holds others: its own fields, and the items below it."""

    line: int
    fields: dict[str, str] = field(default_factory=dict)
    items: list[OutsideItem] = field(default_factory=list)


class _Reader:
    """Collects promotions while expat walks through the file."""

    def __init__(self) -> None:
        self.found: dict[str, OutsidePromotion] = {}
        self._open: list[_Node] = []
        self._text: list[str] = []
        self._leaf = False
        self._keys: dict[str, str] = {}
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.EntityDeclHandler = _refuse
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._text.append
        self.parser.EndElementHandler = self._end

    def _start(self, _name: str, _attributes: dict[str, str]) -> None:
        if len(self._open) >= MOST_DEPTH:
            raise _UnsafeXmlError
        self._open.append(_Node(self.parser.CurrentLineNumber))
        self._text.clear()
        self._leaf = True

    def _end(self, name: str) -> None:
        node, tag = self._open.pop(), name.rpartition(":")[2].casefold()
        above = self._open[-1] if self._open else _Node(0)
        if self._leaf:
            self._tell(above, tag, "".join(self._text).strip()[:_LONGEST])
        elif node.fields.get("promotionid"):
            self._keep(node)
        else:
            self._hand_up(node, above)
        self._leaf = False
        self._text.clear()

    def _tell(self, above: _Node, tag: str, text: str) -> None:
        above.fields.setdefault(tag, text)
        if tag in _KEYS and len(self._open) <= 2:  # noqa: PLR2004 - the head of the file
            self._keys[tag] = text

    @staticmethod
    def _hand_up(node: _Node, above: _Node) -> None:
        """An item, or a group around items and what holds for them."""
        code = node.fields.pop("itemcode", "")
        gift = node.fields.pop("isgiftitem", "") == "1"
        if code:
            above.items.append(OutsideItem(code, gift))
            return
        above.items += node.items
        for tag, text in node.fields.items():
            if above.fields.setdefault(tag, text) != text:
                above.fields[SEVERAL] = tag

    def _keep(self, node: _Node) -> None:
        keys = {**self._keys, **{k: node.fields[k] for k in _KEYS if node.fields.get(k)}}
        parts = [keys.get(k, "") for k in ("chainid", "storeid")]
        key = "/".join([*parts, node.fields["promotionid"]])
        code = node.fields.get("itemcode", "")
        items = node.items or ([OutsideItem(code, node.fields.get("isgiftitem") == "1")] if code else [])
        known = self.found.setdefault(key, OutsidePromotion(key, node.fields, [], node.line))
        there = {item.code for item in known.items}
        for item in items:
            if item.code not in there:
                there.add(item.code)
                known.items.append(item)


def _refuse(*_parts: object) -> None:
    raise _UnsafeXmlError
