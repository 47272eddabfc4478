"""Labels, tooltips, buttons and menus: a hostile text is shown as it is, fetches nothing and has no key."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt as QtCoreNames
from PySide6.QtGui import Qt, QTextDocument, QTextFormat
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.attack.hostile.payloads import HARMLESS, PAYLOADS, some
from ui.office.list_views import column_menu
from ui.shell.crash_dialog import show_crash
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.data_table import Column, DataTable, TableRow
from ui.widgets.form import Tick
from ui.widgets.status import BAD, StatusDot
from ui.widgets.text import Elided, label
from ui.widgets.tips import plain_tip

ROOT = Path(__file__).parents[3]
_INK = QTextFormat.Property.ForegroundBrush
_TIPS = ("setToolTip", "setStatusTip", "setWhatsThis", "setInformativeText", "setDetailedText")


def live(text: str) -> list[str]:
    """What of a text Qt would take for markup: pictures, links, letters that are made otherwise."""
    if not Qt.mightBeRichText(text):
        return []
    paper = QTextDocument()
    paper.setHtml(text)
    return [name for form in paper.allFormats() for name in _names(form)]


def _names(form: QTextFormat) -> Iterator[str]:
    if form.isImageFormat():
        yield "picture"
    if form.isCharFormat():
        looks = form.toCharFormat()
        if looks.isAnchor():
            yield f"link to {looks.anchorHref()}"
        if form.hasProperty(QTextFormat.Property.FontWeight) or form.hasProperty(_INK):
            yield "looks"


def _read(text: str) -> str:
    """What a person reads in a tooltip."""
    if not Qt.mightBeRichText(text):
        return text
    paper = QTextDocument()
    paper.setHtml(text)
    return paper.toPlainText()


def test_what_qt_takes_for_markup_is_seen_by_this_test() -> None:
    assert live(PAYLOADS["picture"]) == ["picture"]
    assert live(PAYLOADS["link"])[0].startswith("link to http")
    assert live(PAYLOADS["bold"]) == ["looks"]
    assert not live(HARMLESS)


def test_no_text_of_a_tooltip_is_markup() -> None:
    for name, text in some(1):
        shown = plain_tip(text)
        assert not live(shown), name
        assert (
            " ".join(_read(shown).split()) == " ".join(text.replace("\x00", " ").split()) or "<" not in text
        ), name


def _elided(text: str) -> QWidget:
    made = Elided(text)
    made.resize(20, 20)
    made.grab()
    return made


def _state(text: str) -> QWidget:
    made = StatusDot("Printer")
    made.set_state(BAD, text)
    return made


def _banner(text: str) -> QWidget:
    owner = QWidget()
    Banner(owner).show_message("error", text, action=text)
    return owner


MAKERS: dict[str, Callable[[str], QWidget]] = {
    "label": label, "elided": _elided, "state": _state, "banner": _banner, "button": Button,
    "named button": lambda text: Button(name=text), "tick": Tick,
}  # fmt: skip


def wrong_of(widget: QWidget) -> list[str]:
    """The texts of a widget and its children that are markup, and the keys they have."""
    found = []
    for part in (widget, *widget.findChildren(QWidget)):
        for tip in (part.toolTip(), part.statusTip(), part.whatsThis()):
            found += live(tip)
        if isinstance(part, QLabel) and part.textFormat() != QtCoreNames.TextFormat.PlainText:
            found += live(part.text())
        if isinstance(part, (Button, Tick)) and not part.shortcut().isEmpty():
            found.append(f"key {part.shortcut().toString()}")
    return found


@pytest.mark.parametrize("kind", MAKERS)
def test_no_text_in_a_widget_is_markup_or_a_key(kind: str, qtbot: QtBot) -> None:
    for name, text in some(1):
        widget = MAKERS[kind](text)
        qtbot.addWidget(widget)
        assert not wrong_of(widget), name


def test_a_widget_that_lets_qt_guess_is_caught(qtbot: QtBot) -> None:
    guessing, careless = QLabel(), QWidget()
    guessing.setText(PAYLOADS["picture"])
    careless.setToolTip(PAYLOADS["link"])
    for widget in (guessing, careless):
        qtbot.addWidget(widget)
        assert wrong_of(widget)


def test_no_cell_of_a_table_has_a_tooltip_of_markup(qtbot: QtBot) -> None:
    columns = [Column("name", "Name", 0), Column("note", "Note", 90)]
    table = DataTable("Goods", columns)
    qtbot.addWidget(table)
    texts = [text for _name, text in some(1)]
    table.set_rows([TableRow(str(i), (text, text)) for i, text in enumerate(texts)])
    model = table.model()
    for row in range(model.rowCount()):
        for place in range(2):
            tip = model.index(row, place).data(QtCoreNames.ItemDataRole.ToolTipRole)
            assert not live(tip or ""), texts[row]


def test_no_column_in_a_menu_has_a_key_of_its_own(qtbot: QtBot) -> None:
    table = DataTable("Goods", [Column("a", "A", 90)])
    qtbot.addWidget(table)
    menu = column_menu(table, table, [Column("a", "A", 90), Column("b", "R&D &Pay", 90)], lambda: None)
    assert [act.text() for act in menu.actions()] == ["R&&D &&Pay"]


def test_the_last_words_of_the_program_are_plain(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box))  # noqa: PLW0108 - bound to the box
    owner = QWidget()
    qtbot.addWidget(owner)
    show_crash(owner, f"/home/{PAYLOADS['bold']}/x.txt")
    assert shown[0].textFormat() == QtCoreNames.TextFormat.PlainText


def guesses(tree: ast.AST) -> list[int]:
    """The lines where a tooltip is neither the program's own words nor made plain."""
    return [
        node.lineno for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _TIPS
        and not _is_safe(node.args[0])
    ]  # fmt: skip


def _is_safe(given: ast.expr) -> bool:
    if isinstance(given, ast.IfExp):
        return _is_safe(given.body) and _is_safe(given.orelse)
    if isinstance(given, ast.Constant):
        return True
    if not isinstance(given, ast.Call):
        return False
    called = ast.unparse(given.func)
    return called == "plain_tip" or called.rpartition(".")[2] in ("tr", "_tr", "translate")


def test_a_tooltip_is_the_programs_own_words_or_made_plain_and_a_label_is_of_the_house() -> None:
    wrong = []
    for path in sorted((ROOT / "ui").rglob("*.py")):
        words = path.read_text(encoding="utf-8")
        if not any(name in words for name in (*_TIPS, "QLabel(")):
            continue
        tree = ast.parse(words)
        where = path.relative_to(ROOT).as_posix()
        if where == "ui/shell/crash_dialog.py":  # its box is plain, see above
            continue
        wrong += [f"{where}:{line} a tooltip" for line in guesses(tree)]
        wrong += [
            f"{where}:{node.lineno} a label" for node in ast.walk(tree)
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel" and node.args
            and where != "ui/widgets/text.py"
        ]  # fmt: skip
    assert not wrong, "\n".join(wrong)


def test_a_screen_that_gives_data_to_a_tooltip_is_caught() -> None:
    assert guesses(ast.parse("self.setToolTip(row.name)")) == [1]
    assert guesses(ast.parse('box.setStatusTip(f"{name}")')) == [1]
    assert not guesses(ast.parse('a.setToolTip(plain_tip(name) if name else self.tr("No name"))'))
