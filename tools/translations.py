#!/usr/bin/env python3
"""Keeps the files of Qt Linguist: collects every text, compiles them, checks that German is whole.

    python tools/translations.py            collect into resources/translations/*.ts and compile to .qm
    python tools/translations.py --check    fail when a text is missing, unfinished or not compiled

lupdate reads Python by its tokens and misses what is not `self.tr("...")`; here the syntax tree is read,
so that `_tr("...")` of a module and the sentences of refusals are found as well.
"""

from __future__ import annotations

import argparse
import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
# language -> how many plural forms it has in Qt
LANGUAGES = {"en": 2, "de": 2}
REFUSAL_BASES = ("Error", "Refusal")


@dataclass(frozen=True, slots=True)
class Text:
    """One text to translate."""

    context: str
    source: str
    plural: bool = False


@dataclass
class Finder(ast.NodeVisitor):
    """Collects the texts of one module."""

    module_context: str = ""
    refusals: bool = False
    found: set[Text] = field(default_factory=set)
    classes: list[str] = field(default_factory=list)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node.name)
        for statement in node.body:
            if self.refusals:
                self._message(statement)
            self.visit(statement)
        self.classes.pop()

    def _message(self, statement: ast.stmt) -> None:
        targets: list[ast.expr] = []
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign):
            targets = [statement.target]
        if any(isinstance(t, ast.Name) and t.id == "message" for t in targets):
            text = _literal(getattr(statement, "value", None))
            if text:
                self.found.add(Text("Refusal", text))

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [_literal(a) for a in node.args]
        self._values(name, node.keywords)
        if name == "tr" and isinstance(node.func, ast.Attribute) and texts and texts[0]:
            self._add(self.classes[-1] if self.classes else "", texts[0], len(node.args) > 2)
        elif name in {"translate", "tr"} and len(texts) >= 2 and texts[0] and texts[1]:
            self._add(texts[0], texts[1], len(node.args) > 3)
        elif name == "tr" and texts and texts[0]:  # tr = self.tr
            self._add(self.classes[-1] if self.classes else "", texts[0], len(node.args) > 2)
        elif name == "Check" and len(texts) >= 2 and texts[1]:  # of app.reporting.verify
            self._add("Checks", texts[1], False)  # noqa: FBT003
        elif name == "_tr" and texts and texts[0]:
            self._add(self.module_context, texts[0], len(node.args) > 1)

    def _values(self, name: str, keywords: list[ast.keyword]) -> None:
        """Words that stand in the sentence of a refusal: the name of a field, what something is to become."""
        if name == "clean_field" or name.endswith(REFUSAL_BASES):
            for keyword in keywords:
                text = _literal(keyword.value)
                if any(sign.isalpha() for sign in text):
                    self._add("Refusal", text, False)  # noqa: FBT003

    def _add(self, context: str, source: str, plural: bool) -> None:  # noqa: FBT001
        self.found.add(Text(context, source, plural))


def _literal(node: ast.AST | None) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ""


def _module_context(tree: ast.Module) -> str:
    """The context of the module's own `_tr`."""
    for statement in tree.body:
        if isinstance(statement, ast.FunctionDef) and statement.name == "_tr":
            for call in ast.walk(statement):
                if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "translate":
                    return _literal(call.args[0])
    return ""


def collect() -> set[Text]:
    """Every text of the program."""
    found: set[Text] = set()
    for folder in ("ui", "app", "drivers", "cli"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            finder = Finder(_module_context(tree), refusals=True)
            finder.visit(tree)
            found |= finder.found
    return found


def _read(path: Path) -> dict[Text, list[str]]:
    """What is translated already."""
    if not path.exists():
        return {}
    known: dict[Text, list[str]] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            plural = message.get("numerus") == "yes"
            translation = message.find("translation")
            if translation is None:
                continue
            forms = [translation.text or ""]
            if plural:
                forms = [f.text or "" for f in translation.iter("numerusform")]
            known[Text(name, message.findtext("source") or "", plural)] = forms
    return known


def _ordered(texts: set[Text]) -> Iterator[tuple[str, list[Text]]]:
    for name in sorted({t.context for t in texts}):
        yield name, sorted((t for t in texts if t.context == name), key=lambda t: (t.source, t.plural))


def _write(path: Path, language: str, texts: set[Text], known: dict[Text, list[str]]) -> int:
    """Write a .ts; returns how many texts are not translated."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    unfinished = 0
    if language == "en":  # English is the source itself; only its plurals need forms
        texts = {t for t in texts if t.plural}
    for name, group in _ordered(texts):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text in group:
            unfinished += _message(context, text, known.get(text, []), language)
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    content = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    path.write_text(content, encoding="utf-8", newline="\n")
    return unfinished


def _message(context: ET.Element, text: Text, forms: list[str], language: str) -> int:
    message = ET.SubElement(context, "message")
    if text.plural:
        message.set("numerus", "yes")
    ET.SubElement(message, "source").text = text.source
    translation = ET.SubElement(message, "translation")
    wanted = LANGUAGES[language] if text.plural else 1
    done = len(forms) == wanted and all(forms)
    if not done:
        translation.set("type", "unfinished")
    if text.plural:
        for place in range(wanted):
            ET.SubElement(translation, "numerusform").text = forms[place] if place < len(forms) else ""
    else:
        translation.text = forms[0] if forms else ""
    return 0 if done else 1


def _compile(source: Path, target: Path) -> None:
    tool = Path(PySide6.__file__).parent / "lrelease"
    if not tool.exists():
        tool = tool.with_suffix(".exe")
    command = [str(tool), "-silent", "-nounfinished", str(source), "-qm", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"lrelease: {done.stdout}{done.stderr}")


def _check(texts: set[Text]) -> list[str]:
    """What is wrong with the files as they are."""
    wrong: list[str] = []
    for language in LANGUAGES:
        path = FOLDER / f"takings_{language}.ts"
        with tempfile.TemporaryDirectory() as folder:
            again = Path(folder) / path.name
            unfinished = _write(again, language, texts, _read(path))
            if not path.exists() or again.read_bytes() != path.read_bytes():
                wrong.append(f"{path.name} is not up to date: run make translations")
            if unfinished:
                wrong.append(f"{path.name}: {unfinished} texts are not translated")
            compiled = Path(folder) / "again.qm"
            _compile(again, compiled)
            kept = path.with_suffix(".qm")
            if not kept.exists() or kept.read_bytes() != compiled.read_bytes():
                wrong.append(f"{kept.name} is not up to date: run make translations")
    return wrong


def main() -> None:
    raw = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=raw)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    texts = collect()
    if arguments.check:
        wrong = _check(texts)
        if wrong:
            sys.exit("\n".join(wrong))
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        path = FOLDER / f"takings_{language}.ts"
        unfinished = _write(path, language, texts, _read(path))
        _compile(path, path.with_suffix(".qm"))
        print(f"{path.name}: {unfinished} of {len(texts)} texts not translated")


if __name__ == "__main__":
    main()
