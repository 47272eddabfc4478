"""XML from strangers: read without following it anywhere (design/decisions.md 13)."""

from __future__ import annotations

import codecs
import re
from typing import Any, Final

from app.einvoice.refusals import XmlBrokenError, XmlDoctypeError, XmlTooLargeError

MOST_BYTES: Final = 20_000_000
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_DECLARED: Final = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
# what invoices are written in; of others (UTF-7, EBCDIC) a DOCTYPE could hide from the search below
_KNOWN: Final = frozenset({"utf-8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16"})


def parse_xml(content: bytes, *, name: str) -> Any:
    """The root element of a file.

    No entity is resolved, no file or address is asked for, and nothing larger or deeper than an invoice
    is taken.

    Raises:
        XmlTooLargeError, XmlDoctypeError, XmlBrokenError: see their sentences.
    """
    from lxml import etree

    if len(content) > MOST_BYTES:
        raise XmlTooLargeError(name=name, limit=MOST_BYTES // 1_000_000)
    text = _decoded(content, name)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise XmlDoctypeError(name=name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise XmlBrokenError(name=name, detail=error.msg) from error


def _decoded(content: bytes, name: str) -> str:
    """The text of a file by its byte-order mark or declaration, so that what is searched is what is read."""
    encoding = next((e for bom, e in _BOMS if content.startswith(bom)), "")
    if not encoding:
        declared = _DECLARED.match(content.lstrip()[:300])
        encoding = declared.group(1).decode("ascii").lower() if declared else "utf-8"
    if encoding not in (*_KNOWN, "utf-8-sig"):
        raise XmlBrokenError(name=name, detail=f"its encoding {encoding} is not read")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise XmlBrokenError(name=name, detail=f"it is not written in {encoding}, as it says") from error
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text.removeprefix("\ufeff"), count=1)
