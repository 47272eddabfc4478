"""Making the archive of a period."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, select

from app.archive.gathering import changed_later, documents, entries, moments, plain, stretch, told_in
from app.archive.kinds import FORMAT, JOURNAL, KEYS, MANIFEST, SIGNATURE, file_of
from app.audit.keys import NoKeyError
from app.audit.tables import journal, journal_key
from app.invoicing.tables import einvoice_file, invoice, invoice_file
from app.kernel.canonical import canonical_json
from app.kernel.refusal import Refusal
from app.kernel.signing import Signer
from app.kernel.text import as_cell, file_name
from app.organisation.queries import Company, get_company

_FIXED: Final = (2000, 1, 1, 0, 0, 0)  # the same content gives the same bytes
_SUFFIX: Final = {"pdf": ".pdf"}
Progress = Callable[[int, int, str], None]


class NothingToArchiveError(Refusal):
    """An empty period."""

    message = "Nothing was posted from {since} to {until}. Choose another period."


class ArchiveExistsError(Refusal):
    """An archive never overwrites a file."""

    message = "{path} is there already. Choose another name for the archive."


class ArchiveNotWrittenError(Refusal):
    """The disk."""

    message = "The archive {path} could not be written ({detail}). Choose another place."


@dataclass(frozen=True, slots=True)
class Archive:
    """What was written."""

    path: Path
    since: date
    until: date
    documents: int
    entries: int
    papers: int
    fingerprint: str


@dataclass(slots=True)
class _Pack:
    """The ZIP under way, with what its manifest says of each file."""

    zip: zipfile.ZipFile
    files: dict[str, dict[str, object]] = field(default_factory=dict)

    def add(self, name: str, chunks: Iterable[bytes]) -> int:
        """Write one file; returns the number of its chunks."""
        digest, size, count = hashlib.sha256(), 0, 0
        info = zipfile.ZipInfo(name, _FIXED)
        info.compress_type = zipfile.ZIP_DEFLATED
        with self.zip.open(info, "w", force_zip64=True) as file:
            for chunk in chunks:
                file.write(chunk)
                digest.update(chunk)
                size, count = size + len(chunk), count + 1
        self.files[name] = {"sha256": digest.hexdigest(), "size": size}
        return count


def _quiet(_done: int, _all: int, _what: str) -> None:
    return


def write_archive(
    connection: Connection, *, since: date, until: date, path: Path, signer: Signer | None, now: datetime,
    on_progress: Progress = _quiet,
) -> Archive:  # fmt: skip
    """Write what was posted on these business days into a new file that is whole or not there.

    Args:
        connection: a read transaction, in which the journal is signed to its end.
        since: the first business day.
        until: the last one.
        path: the new file.
        signer: the key in use.
        now: when it is made.
        on_progress: told (done, in all, what).

    Raises:
        NoKeyError, NothingToArchiveError, ArchiveExistsError, ArchiveNotWrittenError: see their sentences.
    """
    if signer is None:
        raise NoKeyError
    company = get_company(connection)
    chains = stretch(connection, company, since, until)
    if not chains:
        raise NothingToArchiveError(since=since, until=until)
    if path.exists():
        raise ArchiveExistsError(path=path)
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as file:
            with zipfile.ZipFile(file, "w") as packed:
                made = _fill(
                    connection, _Pack(packed), company, (since, until), chains, signer, now, on_progress
                )
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise ArchiveNotWrittenError(path=path, detail=error.strerror or error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return Archive(path, since, until, *made, signer.fingerprint)


def _fill(
    connection: Connection, pack: _Pack, company: Company, period: tuple[date, date],
    chains: dict[str, tuple[int, int]], signer: Signer, now: datetime, on_progress: Progress,
) -> tuple[int, int, int]:  # fmt: skip
    told = told_in(row for chain, (a, b) in chains.items() for row in entries(connection, chain, a, b))
    kinds = sorted(told)
    count = 0
    for done, kind in enumerate(kinds):
        on_progress(done, len(kinds) + 1, kind)
        count += _kind(connection, pack, kind, told[kind])
    on_progress(len(kinds), len(kinds) + 1, JOURNAL)
    written = pack.add(JOURNAL, _lines(connection, chains))
    keys = connection.execute(select(journal_key).order_by(journal_key.c.made_at)).all()
    pack.add(KEYS, (canonical_json(row).encode() + b"\n" for row in plain(keys, journal_key)))
    papers = sum(
        pack.add(name, [content]) for name, content in _papers(connection, told.get("invoice", set()))
    )
    manifest = canonical_json(
        {
            "format": FORMAT, "company": company.legal_name or company.name, "tax_number": company.tax_number,
            "currency": company.currency, "since": period[0], "until": period[1], "made_at": now,
            "chains": {name: list(ends) for name, ends in chains.items()},
            "changed_later": [list(x) for x in changed_later(connection, chains, told)],
            "files": pack.files, "fingerprint": signer.fingerprint,
        }
    ).encode()  # fmt: skip
    pack.add(MANIFEST, [manifest])
    pack.add(SIGNATURE, [signer.sign(manifest).encode()])
    on_progress(len(kinds) + 1, len(kinds) + 1, "")
    return count, written, papers


def _kind(connection: Connection, pack: _Pack, kind: str, ids: set[int]) -> int:
    """The documents of a kind, one a line; and each of their tables as CSV, for people."""
    tables: dict[str, io.StringIO] = {}

    def lines() -> Iterator[bytes]:
        for document_id, parts in documents(connection, kind, ids):
            for name, rows in parts:
                _write_csv(tables, name, rows)
            yield canonical_json({"id": document_id, "rows": parts}).encode() + b"\n"

    count = pack.add(file_of(kind), lines())
    for name, text in tables.items():
        pack.add(f"csv/{kind}/{name}.csv", [text.getvalue().encode("utf-8-sig")])
    return count


def _write_csv(tables: dict[str, io.StringIO], name: str, rows: Iterable[object]) -> None:
    for row in rows:
        values = dict(row)  # type: ignore[call-overload]
        # the ledger of a sale holds entries and their lines
        called = "ledger_line" if name == "ledger" and "entry_id" in values else name
        text = tables.get(called)
        if text is None:
            text = tables[called] = io.StringIO()
            csv.writer(text).writerow(values)
        cells = (moments(v) for v in values.values())
        csv.writer(text).writerow([as_cell(x) if isinstance(x, str) else x for x in cells])


def _lines(connection: Connection, chains: dict[str, tuple[int, int]]) -> Iterator[bytes]:
    for chain, (first, last) in sorted(chains.items()):
        for row in entries(connection, chain, first, last):
            (values,) = plain([row], journal)
            yield canonical_json(values).encode() + b"\n"


def _papers(connection: Connection, ids: set[int]) -> Iterator[tuple[str, bytes]]:
    """PDFs and e-invoices as they left the house; of an e-invoice the last one."""
    for invoice_id in sorted(ids):
        number = connection.execute(
            select(invoice.c.number).where(invoice.c.id == invoice_id)
        ).scalar_one_or_none()
        for row in connection.execute(
            select(invoice_file.c.kind, invoice_file.c.content).where(invoice_file.c.invoice_id == invoice_id)
        ):
            yield f"papers/{file_name(str(number))}{_SUFFIX.get(row.kind, '.bin')}", bytes(row.content)
        last = connection.execute(
            select(einvoice_file.c.content)
            .where(einvoice_file.c.invoice_id == invoice_id)
            .order_by(einvoice_file.c.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        if last is not None:
            content = bytes(last)
            suffix = ".e-invoice.pdf" if content.startswith(b"%PDF") else ".e-invoice.xml"
            yield f"papers/{file_name(str(number))}{suffix}", content
