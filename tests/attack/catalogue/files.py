"""The hostile files of the catalogue by name: bytes, for every reader of files."""

from __future__ import annotations

import gzip
import io
import json
import sqlite3
import stat
import warnings
import zipfile
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.db.engine import APPLICATION_ID

HEAD: Final = "name;barcode;price;quantity\n"
ROW: Final = "Tea;4006381333931;1,50;3\n"
BANK: Final = "Date;Text;Amount;Currency\n2026-03-01;Caf\u00e9 5\u20ac;1,50;EUR\n"
_CAFE: Final = "Caf\u00e9;;1,50;1\n"
_UNIT: Final = 1_000_000
_ENTRY: Final = (
    '<Ntry><Amt Ccy="EUR">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>'
    "<BookgDt><Dt>2026-03-01</Dt></BookgDt></Ntry>"
)


def camt(entries: str, closing: str = "101.00", day: str = "2026-03-01") -> bytes:
    """A statement from 100.00 with these entries."""
    balances = "".join(
        f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>{amount}</Amt>"
        f"<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>"
        for code, amount in (("OPBD", "100.00"), ("CLBD", closing))
    )
    return (
        "<Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>"
        f"{balances}{entries}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def mt940(line: str = "2603010301C1,00NTRFNONREF", closing: str = "101,00", day: str = "260301") -> bytes:
    """A statement from 100.00 with this line."""
    return (
        f":20:X\n:25:12030000/0000202051\n:28C:1/1\n:60F:C260228EUR100,00\n:61:{line}\n:86:166?20X\n"
        f":62F:C{day}EUR{closing}\n-\n"
    ).encode()


def ofx(amount: str = "1.00", day: str = "20260301") -> bytes:
    """A statement with one line."""
    return (
        "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>1"
        f"</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>{day}<TRNAMT>{amount}<FITID>1"
        "</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode()


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], packed: int = zipfile.ZIP_STORED) -> bytes:
    """A ZIP of these members, in this order, the same name twice where it stands twice."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", packed) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


_MANIFEST: Final = json.dumps(
    {
        "format": "takings-archive-1", "fingerprint": "ab", "files": {}, "chains": {}, "changed_later": [],
        "company": "x", "since": "2026-01-01", "until": "2026-01-31",
    }
).encode()  # fmt: skip
_PLAIN: Final = (("manifest.json", _MANIFEST), ("manifest.sig", b"00"))


def _says(text: str) -> Callable[[], bytes]:
    return text.encode


def _link() -> bytes:
    info = zipfile.ZipInfo("journal.jsonl")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zipped(*_PLAIN, (info, b"/etc/passwd"))


def _lying() -> bytes:
    made = bytearray(zipped(*_PLAIN, ("journal.jsonl", b"x" * 1000)))
    at = made.rfind(b"PK\x01\x02")
    made[at + 24 : at + 28] = (4).to_bytes(4, "little")  # the unpacked size in the directory
    return bytes(made)


def _encrypted() -> bytes:
    made = bytearray(zipped(*_PLAIN))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = made.find(mark)
        while at >= 0:
            made[at + flags] |= 1
            at = made.find(mark, at + 4)
    return bytes(made)


def _workbook() -> bytes:
    import openpyxl

    book, out = openpyxl.Workbook(), io.BytesIO()
    for row in (HEAD, ROW):
        book.active.append(row.strip().split(";"))
    book.save(out)
    return out.getvalue()


def _database(*statements: str) -> bytes:
    """A SQLite file of somebody else."""
    connection = sqlite3.connect(":memory:")
    for statement in ("CREATE TABLE x (a)", *statements):
        connection.execute(statement)
    connection.commit()
    made = connection.serialize()
    connection.close()
    return bytes(made)


def _laughs(levels: int) -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, levels)
    )
    return f"<?xml version='1.0'?><!DOCTYPE l [{entities}]><l>&a{levels - 1};</l>".encode()


_XXE: Final = '<!DOCTYPE r [<!ENTITY x SYSTEM "{}">]><r>&x;</r>'
_STRIP: Final = HEAD + ROW
_OURS: Final = f"PRAGMA application_id={APPLICATION_ID}"

FILES: Final[Mapping[str, Callable[[], bytes]]] = MappingProxyType(
    {
        "empty": lambda: b"",
        "blank_lines": lambda: b"\n \n\t\n\r\n",
        "header_only": _says(HEAD),
        "utf8_mark": _says("\ufeff" + _STRIP),
        "utf16_le": lambda: b"\xff\xfe" + _STRIP.encode("utf-16-le"),
        "utf16_be": lambda: b"\xfe\xff" + _STRIP.encode("utf-16-be"),
        "utf16_torn": lambda: b"\xff\xfe" + _STRIP.encode("utf-16-le")[:-1],
        "cp1252": lambda: BANK.encode("cp1252"),
        "cp1254": lambda: (HEAD + "\u015eeker;;1,50;1\n").encode("cp1254"),
        "mixed_encodings": lambda: (HEAD + _CAFE).encode() + _CAFE.encode("cp1252"),
        "mojibake": _says(HEAD + "Caf\u00c3\u00a9;;1,50;1\n"),
        "semicolons": _says(_STRIP),
        "commas": lambda: b'name,barcode,price,quantity\n"Tea, green",4006381333931,1.50,3\n',
        "tabs": _says(_STRIP.replace(";", "\t")),
        "decimal_commas": lambda: b"name,barcode,price,quantity\nTea,4006381333931,1,50,3\n",
        "doubled_headers": lambda: b"name;price;price\nTea;1,50;2,50\n",
        "no_headers": _says(ROW),
        "shouted_headers": lambda: b" NAME ; Price \nTea;1,50\n",
        "ragged": _says(HEAD + "Tea\nMilk;;;;;;;;\n;;\n"),
        "open_quote": _says(HEAD + '"Tea;4006381333931;1,50;3\n' + ROW * 3),
        "nul_in_cell": _says(HEAD + "T\x00ea;4006381333931;1,50;3\n"),
        "nuls_only": lambda: b"\x00" * 5000,
        "long_line": _says(HEAD + ";".join(["x"] * (_UNIT // 10))),
        "long_cell": _says(HEAD + "x" * (_UNIT) + ";1\n"),
        "many_rows": _says(HEAD + ROW * 5000),
        "doubled_goods": _says(HEAD + ROW * 3),
        "cr_only": _says(_STRIP.replace("\n", "\r")),
        "mixed_ends": _says(HEAD[:-1] + "\r\n" + ROW + ROW[:-1] + "\r"),
        "workbook": _workbook,
        "old_excel": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
        "torn_workbook": lambda: _workbook()[:2000],
        "missing": lambda: b"",
        "billion_laughs": lambda: _laughs(9),
        "quadratic": _says(
            f"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x '{'x' * 50_000}'>]><a>{'&x;' * 5000}</a>"
        ),
        "xxe_file": _says(_XXE.format("file:///etc/hostname")),
        "xxe_http": _says(_XXE.format("http://127.0.0.1:9/x")),
        "xxe_utf16": lambda: _XXE.format("file:///etc/hostname").encode("utf-16"),
        "external_dtd": lambda: b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd"><r/>',
        "deep_xml": lambda: b"<a>" * 200_000 + b"</a>" * 200_000,
        "deep_json": lambda: b"[" * 200_000 + b"]" * 200_000,
        "many_attributes": lambda: b"<a " + b" ".join(b'a%d="1"' % i for i in range(200_000)) + b"/>",
        "huge_text": lambda: b"<a>" + b"x" * (21 * _UNIT) + b"</a>",
        "other_namespace": lambda: b'<Invoice xmlns="urn:other:Invoice-9"><ID>1</ID></Invoice>',
        "two_roots": lambda: b"<a/><a/>",
        "doctype_alone": lambda: b"<!DOCTYPE a>",
        "utf7": lambda: b'<?xml version="1.0" encoding="utf-7"?>+ADwAIQ-DOCTYPE a+AD4APA-a/+AD4-',
        "utf16_as_utf8": lambda: b'<?xml version="1.0" encoding="utf-8"?>' + "<a/>".encode("utf-16"),
        "latin_as_utf8": lambda: b'<?xml version="1.0" encoding="utf-8"?><a>\xe9</a>',
        "mt940_points": lambda: mt940("2603010301C1.00NTRFNONREF"),
        "mt940_sum": lambda: mt940(closing="999,00"),
        "camt_sum": lambda: camt(_ENTRY, closing="999.00"),
        "mt940_twice": lambda: mt940() * 2,
        "mt940_feb30": lambda: mt940("2602300230C1,00NTRFNONREF"),
        "camt_year_0": lambda: camt(_ENTRY, day="0000-13-45"),
        "ofx_year_9999x": lambda: ofx(day="99991399"),
        "camt_currency": lambda: camt(_ENTRY.replace("EUR", "USD")),
        "camt_many": lambda: camt(_ENTRY * 2000, closing="2100.00"),
        "camt_cut": lambda: camt(_ENTRY)[:300],
        "ofx_cut": lambda: ofx()[:150],
        "json_cut": lambda: b'{"orders": [{"order": "1", "lines": [',
        "gzip_cut": lambda: gzip.compress(_STRIP.encode() * 50, mtime=0)[:40],
        "zip_climbing": lambda: zipped(*_PLAIN, ("../../evil", b"x")),
        "zip_absolute": lambda: zipped(*_PLAIN, ("/tmp/evil", b"x")),  # noqa: S108 - it must not be written
        "zip_windows": lambda: zipped(*_PLAIN, ("C:\\evil", b"x"), ("..\\evil", b"x")),
        "zip_link": _link,
        "zip_bomb": lambda: zipped(
            *_PLAIN, ("journal.jsonl", bytes(20 * _UNIT)), packed=zipfile.ZIP_DEFLATED
        ),
        "zip_nested": lambda: zipped(
            ("manifest.json", zipped(("a", bytes(_UNIT)), packed=zipfile.ZIP_DEFLATED))
        ),
        "zip_lying": _lying,
        "zip_twice": lambda: zipped(*_PLAIN, ("journal.jsonl", b""), ("journal.jsonl", b"{}")),
        "zip_encrypted": _encrypted,
        "other_database": _database,
        "newer_database": lambda: _database(
            _OURS, "CREATE TABLE alembic_version (version_num)",
            "INSERT INTO alembic_version VALUES ('9999')",
        ),
        "other_application": lambda: _database(
            _OURS, "CREATE VIEW sale AS SELECT load_extension('x')"
        ),
        "half_database": lambda: _database()[:3000],
        "crooked_manifest": lambda: zipped(("manifest.json", b"[1]"), ("manifest.sig", b"")),
        "spoilt_page": lambda: _database()[:4096] + b"\xff" * 4096,
        "wrong_signature": lambda: zipped(*_PLAIN),
    }
)  # fmt: skip
