"""Runs the official rules over an e-invoice, offline; meant for a process of its own (judge_process).

Compiling a set of rules takes up to half a second and holds the interpreter, a run a few milliseconds:
what is compiled is kept for as long as the process lives.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from app.einvoice.findings import Finding, distinct
from app.einvoice.formats import Format
from app.einvoice.reader import UBL_CREDIT_NOTE
from app.einvoice.refusals import JudgeFailedError
from app.einvoice.rulebook import Rulebook, rules_of
from app.einvoice.xml import parse_xml

_SVRL: Final = "{http://purl.oclc.org/dsdl/svrl}"
_NAMESPACE: Final = re.compile(r"\*:([\w-]+)\[namespace-uri\(\)='[^']*'\]|Q\{[^}]*\}")


class Judge:
    """The rules, compiled as they are asked for. Of one thread only."""

    def __init__(self) -> None:
        from saxonche import PySaxonProcessor

        self._saxon: Any = PySaxonProcessor(license=False)
        self._compiler: Any = self._saxon.new_xslt30_processor()
        self._compiled: dict[Path, Any] = {}
        self._schemas: dict[Path, Any] = {}

    def judge(self, xml: bytes, form: Format) -> list[Finding]:
        """Every rule that does not hold, fatal ones first.

        Raises:
            XmlDoctypeError, XmlBrokenError, XmlTooLargeError, RulesMissingError, JudgeFailedError.
        """
        root = parse_xml(xml, name=form.value)
        found: list[Finding] = []
        for book in rules_of(form, credit_note=root.tag == UBL_CREDIT_NOTE):
            found += self._schema(root, book) if book.layer == "xsd" else self._rules(root, book)
        return distinct(found)

    def _schema(self, root: Any, book: Rulebook) -> list[Finding]:
        from lxml import etree

        path = book.path()
        schema = self._schemas.get(path)
        if schema is None:
            schema = self._schemas[path] = etree.XMLSchema(etree.parse(str(path)))
        if schema.validate(root):
            return []
        return [
            Finding(book.layer, "XSD", "fatal", error.message, str(error.path or f"line {error.line}"))
            for error in schema.error_log
        ]

    def _rules(self, root: Any, book: Rulebook) -> list[Finding]:
        from lxml import etree
        from saxonche import PySaxonApiError

        path = book.path()
        try:
            compiled = self._compiled.get(path)
            if compiled is None:
                compiled = self._compiler.compile_stylesheet(stylesheet_file=str(path))
                self._compiled[path] = compiled
            node = self._saxon.parse_xml(xml_text=etree.tostring(root, encoding="unicode"))
            report = compiled.transform_to_string(xdm_node=node)
        except PySaxonApiError as error:
            raise JudgeFailedError(detail=str(error)[:200]) from error
        return _findings(report, book.layer)


def _findings(report: str, layer: str) -> list[Finding]:
    """What a validation report (SVRL) lists."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(report.encode("utf-8"), parser)
    found = []
    for tag in ("failed-assert", "successful-report"):
        for each in root.iter(_SVRL + tag):
            text = " ".join("".join(each.itertext()).split())
            rule = each.get("id") or _rule_in(text)
            flag = each.get("flag") or each.get("role") or "fatal"
            place = _NAMESPACE.sub(lambda m: m.group(1) or "", each.get("location") or "")
            found.append(Finding(layer, rule, flag, text, place))
    return found


def _rule_in(text: str) -> str:
    """The rule's number at the head of its sentence: the rules of Factur-X give it no id."""
    named = re.match(r"\[?([A-Z][A-Z0-9]*-[A-Z0-9-]+)\]?", text)
    return named.group(1) if named else "FX-SCH"
