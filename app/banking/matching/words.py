"""Numbers in a payer's words: whole, broken over lines, mistyped, short, as list or range. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_SHAPES: Final = str.maketrans({"O": "0", "Q": "0", "I": "1", "L": "1", "|": "1"})
_OTHER_SIGNS: Final = re.compile(r"[\W_]+")
_GROUPS: Final = re.compile(r"[A-Z]+|\d+")
_LED: Final = re.compile(
    r"(?:RE|RG|RNR|RENR|RECHNUNG(?:SNR)?|INV|INVOICE|FACTUUR|FACT|FACTURE|FAKTURA|BILL|NR|NO|NUM|BELEG)"
    r"[\s.:#\-/]*(?:NR|NO|NUMMER|NUMBER)?[\s.:#\-/]*0*(\d{1,9})(?!\d)"
)
_TOKEN: Final = re.compile(r"(?<![\dA-Z])0*(\d{3,9})(?![\dA-Z])")
_YEARLY: Final = re.compile(r"(?<!\d)(20\d\d)\s*[-/. ]?\s*0*(\d{1,7})(?!\d)")
_GO_ON: Final = re.compile(r"\s*(?:,|;|\+|&|/|UND|AND|ET|EN|U\.)\s*(?:NR\.?\s*)?0*(\d{1,7})(?![\d.]\d)(?!\d)")
_UP_TO: Final = re.compile(
    r"\s*(?:TO|BIS|UNTIL|T/M|TM|JUSQU.?A|A|-|–)\s*(?:[A-Z]{1,6}-?)?(?:20\d\d-)?0*(\d{1,7})(?!\d)"
)
_MOST_RANGE: Final = 30
_LEAST_OTHER: Final = 4  # shorter ones stand everywhere
_RF: Final = re.compile(r"RF\d{2}[0-9A-Z]{1,21}")
_QR_DIGITS: Final = 26
_RECURSIVE: Final = (0, 9, 4, 6, 8, 2, 7, 1, 3, 5)


def plain(text: str) -> str:
    """Capitals without accents; everything else stays."""
    if text.isascii():
        return text.upper()
    folded = unicodedata.normalize("NFKD", text.upper().replace("ß", "SS"))
    return "".join(c for c in folded if not unicodedata.combining(c))


def compact(text: str) -> str:
    """Letters and digits only, with the signs that are taken for each other made equal."""
    return _OTHER_SIGNS.sub("", plain(text)).translate(_SHAPES)


def rf_reference(number: str) -> str:
    """The creditor reference (ISO 11649) of a document's number."""
    body = "".join(c for c in plain(number) if c.isalnum() and c.isascii())[:21]
    digits = "".join(str(int(c, 36)) for c in f"{body}RF00")
    return f"RF{98 - int(digits) % 97:02d}{body}"


def is_rf(text: str) -> bool:
    """Whether the check digits of a creditor reference hold."""
    if not _RF.fullmatch(text):
        return False
    return int("".join(str(int(c, 36)) for c in text[4:] + text[:4])) % 97 == 1


def qr_reference(number: str) -> str:
    """The QR reference of Swiss bills: the digits of a document's number, 26 of them, and a check digit."""
    digits = re.sub("[^0-9]", "", number)[-_QR_DIGITS:].rjust(_QR_DIGITS, "0")
    return digits + qr_check(digits)


def qr_check(digits: str) -> str:
    """The check digit of a QR reference: modulo 10, recursive."""
    carry = 0
    for digit in digits:
        carry = _RECURSIVE[(carry + int(digit)) % 10]
    return str((10 - carry) % 10)


def is_qr(text: str) -> bool:
    """Whether it is a QR reference whose check digit holds."""
    whole = len(text) == _QR_DIGITS + 1 and text.isdecimal() and text.isascii()
    return whole and set(text) != {"0"} and qr_check(text[:-1]) == text[-1]


@dataclass(frozen=True, slots=True)
class Parts:
    """A number taken apart: "INV-2026-000012" is INV, 2026, 12."""

    prefix: str
    year: str
    sequence: int | None


def parts_of(number: str) -> Parts:
    """Prefix, year and sequence; the sequence is the last group of digits."""
    groups = _GROUPS.findall(plain(number))
    digits = [g for g in groups if g.isdigit()]
    prefix = groups[0] if groups and groups[0].isalpha() else ""
    year = digits[0] if len(digits) > 1 and len(digits[0]) == 4 else ""  # noqa: PLR2004 - a year
    return Parts(prefix, year, int(digits[-1]) if digits else None)


@dataclass(frozen=True, slots=True)
class Found:
    """Which documents the words name; ids by how they are named."""

    whole: tuple[int, ...] = ()
    listed: tuple[int, ...] = ()  # by a list or range that goes on from a whole number
    short: tuple[int, ...] = ()
    other: tuple[int, ...] = ()
    structured: tuple[int, ...] = ()


class NumberBook:
    """All numbers that may be meant, to be found in words.

    The same number may be entered for several items: the instalments of an invoice.
    """

    def __init__(self) -> None:
        self._whole: dict[str, list[int]] = {}
        self._other: dict[str, list[int]] = {}
        self._structured: dict[str, list[int]] = {}
        self._to_reckon: dict[int, str] = {}  # creditor references are reckoned when one is looked for
        self._yearly: dict[tuple[str, int], list[int]] = {}
        self._sequence: dict[int, list[int]] = {}
        self._parts: dict[int, Parts] = {}
        self._lengths: tuple[int, ...] = ()  # of all keys, the longest first
        self._numbers: dict[int, str] = {}
        self._kept: dict[int, list[list[int]]] = {}  # the lists an item stands in

    def add(self, item_id: int, number: str, others: Iterable[str] = ()) -> None:
        """An item under its number and the others it goes by."""
        self._numbers[item_id] = number
        key = compact(number)
        if key:
            self._enter(self._whole, key, item_id)
            self._to_reckon[item_id] = number
        found = parts_of(number)
        self._parts[item_id] = found
        if found.sequence is not None:
            self._keep(self._sequence.setdefault(found.sequence, []), item_id)
            if found.year:
                self._keep(self._yearly.setdefault((found.year, found.sequence), []), item_id)
        for other in others:
            key = compact(other)
            if len(key) >= _LEAST_OTHER:
                self._enter(self._other, key, item_id)

    def remove(self, item_id: int) -> None:
        """An item that is settled."""
        self._to_reckon.pop(item_id, None)
        for ids in self._kept.pop(item_id, ()):
            ids.remove(item_id)

    def _keep(self, ids: list[int], item_id: int) -> None:
        ids.append(item_id)
        self._kept.setdefault(item_id, []).append(ids)

    def _enter(self, book: dict[str, list[int]], key: str, item_id: int) -> None:
        self._keep(book.setdefault(key, []), item_id)
        if len(key) not in self._lengths:
            self._lengths = tuple(sorted((*self._lengths, len(key)), reverse=True))

    def find(self, text: str, reference: str = "") -> Found:
        """The items a payer's words and structured reference name."""
        words = plain(text)
        structured = self._by_reference(words, reference)
        whole, spans = self._scan(words, self._whole)
        named = dict.fromkeys([*structured, *whole])
        listed = [i for i in dict.fromkeys(self._go_on(words, spans)) if i not in named]
        short = [] if named else self._short(words)
        other = [i for i in self._scan(words, self._other)[0] if i not in named]
        return Found(
            tuple(i for i in dict.fromkeys(whole) if i not in structured),
            tuple(listed),
            tuple(dict.fromkeys(short)), tuple(dict.fromkeys(other)), tuple(dict.fromkeys(structured)),
        )  # fmt: skip

    def _by_reference(self, words: str, reference: str) -> list[int]:
        joined = _OTHER_SIGNS.sub("", words)
        told = _OTHER_SIGNS.sub("", plain(reference))
        if is_qr(told):
            self._reckon()
            return list(self._structured.get(told, ()))
        if "RF" not in joined and not told.startswith("RF"):
            return []
        self._reckon()
        found = [told] if is_rf(told) else []
        found += [m for m in _RF.findall(joined) if is_rf(m)]
        for start in (m.start() for m in re.finditer("RF", joined)):
            found += [joined[start:end] for end in range(start + 6, min(start + 26, len(joined) + 1))
                      if joined[start:end] in self._structured]  # fmt: skip
        return [i for r in found for i in self._structured.get(r, ()) if is_rf(r)]

    def _reckon(self) -> None:
        """Enter the references of the numbers that came since."""
        for item_id, number in self._to_reckon.items():
            for reference in (rf_reference(number), qr_reference(number)):
                self._keep(self._structured.setdefault(reference, []), item_id)
        self._to_reckon.clear()

    def _scan(self, words: str, book: dict[str, list[int]]) -> tuple[list[int], list[tuple[int, int]]]:
        """Keys of a book in the words whatever stands between their signs; longest first."""
        signs = [(c, at) for at, c in enumerate(words) if c.isalnum()]
        text = "".join(c for c, _at in signs).translate(_SHAPES)
        found: list[int] = []
        spans: list[tuple[int, int]] = []
        start = 0
        while start < len(text):
            hit = self._hit(text, signs, start, book)
            if hit is None:
                start += 1
                continue
            found += book[text[start:hit]]
            spans.append((start, signs[hit - 1][1] + 1))
            start = hit
        return found, spans

    def _hit(
        self, text: str, signs: list[tuple[str, int]], start: int, book: dict[str, list[int]]
    ) -> int | None:
        for length in self._lengths:
            end = start + length
            if end > len(text) or not book.get(text[start:end]):
                continue
            if end < len(text) and text[end].isdigit() and signs[end][1] == signs[end - 1][1] + 1:
                continue  # the beginning of a longer number
            glued = start and text[start].isdigit() and text[start - 1].isdigit()
            if glued and signs[start][1] == signs[start - 1][1] + 1:
                continue  # the end of a longer one
            return end
        return None

    def _go_on(self, words: str, spans: list[tuple[int, int]]) -> list[int]:
        """What a whole number goes on with: ", 13, 14" or " to 15"."""
        found: list[int] = []
        for start, end in spans:
            base = self._at(words, start, end)
            if base is None:
                continue
            last = base.sequence or 0
            up_to = _UP_TO.match(words, end)
            if up_to is not None and last < int(up_to[1]) <= last + _MOST_RANGE:
                for sequence in range(last + 1, int(up_to[1]) + 1):
                    found += self._like(base, sequence)
                continue
            at = end
            while (more := _GO_ON.match(words, at)) is not None:
                found += self._like(base, int(more[1]))
                at = more.end()
        return found

    def _at(self, words: str, _start: int, end: int) -> Parts | None:
        """The parts of the whole number that ends there."""
        ids, spans = self._scan(words[:end], self._whole)
        return self._parts.get(ids[-1]) if ids and spans else None

    def _like(self, base: Parts, sequence: int) -> list[int]:
        return [
            i
            for i in self._sequence.get(sequence, ())
            if (self._parts[i].prefix, self._parts[i].year) == (base.prefix, base.year)
        ]

    def _short(self, words: str) -> list[int]:
        """Numbers without prefix or zeros, where one item only is meant."""
        found: list[int] = []
        for year, sequence in _YEARLY.findall(words):
            found += self._only(self._yearly.get((year, int(sequence)), ()))
        for sequence in (*_led(words), *(int(t) for t in _TOKEN.findall(words))):
            found += self._only(self._sequence.get(sequence, ()))
        return found

    def _only(self, ids: Iterable[int]) -> list[int]:
        """The items, when all are of one document."""
        listed = list(ids)
        return listed if len({self._numbers.get(i) for i in listed}) == 1 else []


def _led(words: str) -> Iterator[int]:
    """Numbers behind a word for invoice."""
    return (int(m) for m in _LED.findall(words))
