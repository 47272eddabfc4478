"""German says the same as English: the same placeholders, the same keys, nothing left out."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QTranslator

FOLDER: Final = Path(__file__).resolve().parent.parent.parent / "resources" / "translations"
_PLACEHOLDER: Final = re.compile(r"%n|\{[a-z_0-9]*\}")
_ACCELERATOR: Final = re.compile(r"&(\w)")
_KEY: Final = re.compile(r"\((Esc|Enter|Ctrl\+\w|Alt\+\w|F\d{1,2})\)|\b(F\d{1,2})\b|^(Esc|↑ ↓|⏎)$")
_END: Final = re.compile(r"[.…?!:]$")
_ABBREVIATED: Final = re.compile(r"\b(incl|Disc)\.$")


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a .ts file."""

    context: str
    source: str
    forms: tuple[str, ...]
    unfinished: bool

    @property
    def where(self) -> str:
        """What a failure shows."""
        return f"{self.context}: {self.source}"


def _messages(language: str) -> list[Message]:
    root = ET.parse(FOLDER / f"takings_{language}.ts").getroot()  # noqa: S314 - our own file
    return [
        Message(context.findtext("name") or "", message.findtext("source") or "", *_forms(message))
        for context in root.iter("context")
        for message in context.iter("message")
    ]


def _forms(message: ET.Element) -> tuple[tuple[str, ...], bool]:
    translation = message.find("translation")
    assert translation is not None
    plural = message.get("numerus") == "yes"
    forms = list(translation.iter("numerusform")) if plural else [translation]
    return tuple(form.text or "" for form in forms), translation.get("type") is not None


@pytest.fixture(scope="module", name="german")
def _german() -> list[Message]:
    return _messages("de")


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_text_is_unfinished_or_empty(language: str) -> None:
    messages = _messages(language)
    assert messages
    assert [m.where for m in messages if m.unfinished or not all(form.strip() for form in m.forms)] == []


def test_every_german_text_has_the_placeholders_of_its_source(german: list[Message]) -> None:
    wrong = [
        (m.where, form)
        for m in german
        for form in m.forms
        if set(_PLACEHOLDER.findall(form)) != set(_PLACEHOLDER.findall(m.source))
    ]
    assert wrong == []


def test_every_german_text_can_be_filled_in_as_its_source_is(german: list[Message]) -> None:
    for message in german:
        values = {name.strip("{}"): "7" for name in _PLACEHOLDER.findall(message.source) if name != "%n"}
        for form in message.forms:
            if values:
                assert "{" not in form.format(**values), message.where


def test_keys_are_called_the_same_in_german(german: list[Message]) -> None:
    def keys(text: str) -> list[object]:
        return [*_KEY.findall(text), *(bool(found) for found in _ACCELERATOR.findall(text))]

    assert [(m.where, m.forms) for m in german if any(keys(form) != keys(m.source) for form in m.forms)] == []


def test_spaces_and_ends_of_sentences_agree(german: list[Message]) -> None:
    def spaces(text: str) -> tuple[bool, bool]:
        return text[:1].isspace(), text[-1:].isspace()

    def ends_alike(source: str, form: str) -> bool:
        end = _END.search(source)
        return end is None or form.endswith(end[0]) or _ABBREVIATED.search(source) is not None

    wrong = [
        (m.where, form)
        for m in german
        for form in m.forms
        if spaces(form) != spaces(m.source) or not ends_alike(m.source, form)
    ]
    assert wrong == []


def test_the_compiled_german_is_read_by_qt() -> None:
    translator = QTranslator()
    assert translator.load("takings_de", str(FOLDER))
    assert translator.translate("TillActions", "Pay") == "Bezahlen"
    assert translator.translate("CartList", "Cart, %n line(s)", "", 1) == "Warenkorb, %n Position"
    assert translator.translate("CartList", "Cart, %n line(s)", "", 3) == "Warenkorb, %n Positionen"


def test_the_compiled_english_knows_one_and_many() -> None:
    translator = QTranslator()
    assert translator.load("takings_en", str(FOLDER))
    assert translator.translate("CartList", "Cart, %n line(s)", "", 1) == "Cart, %n line"
    assert translator.translate("CartList", "Cart, %n line(s)", "", 2) == "Cart, %n lines"
