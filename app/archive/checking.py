"""Is an archive what was written? Needs the file, and a fingerprint that was read from paper."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from app.archive.kinds import (
    FORMAT,
    JOURNAL,
    KEYS,
    MADE_AT_CLOSE,
    MANIFEST,
    SALE,
    SALE_DIGEST,
    SALE_ENTRIES,
    SIGNATURE,
    file_of,
)
from app.audit.chains import ChainEnd, KnownKey, known_keys, walk
from app.audit.rules import rows_digest
from app.audit.seals import KEY, batch_digest, unit_digest
from app.audit.signatures import is_signed_by, short_print
from app.kernel.refusal import Refusal

_MOST: Final = 4_000_000_000  # bytes in all, unpacked
_RATIO: Final = 200  # more is no archive of ours
_SHOWN: Final = 20
# a kind and an id
Document = tuple[str, int]


# RuntimeError: a file in it is encrypted, or nested deeper than anything we write
_UNREADABLE: Final = (
    OSError, ValueError, KeyError, TypeError, AttributeError, EOFError, RuntimeError, zipfile.BadZipFile,
    zlib.error,
)  # fmt: skip


class NotAnArchiveError(Refusal):
    """Some other file, or one that was cut short."""

    message = "{path} is not an archive of Takings, or it is cut short ({detail})."


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found.

    Attributes:
        fingerprint: of the key that signed; compare it with a Z report of the period.
        faults: sentences; none: everything is as it was written.
        fault_count: how many there are, also those that `faults` leaves out.
    """

    company: str
    since: str
    until: str
    fingerprint: str
    entries: int
    documents: int
    changed_later: int
    faults: tuple[str, ...]
    fault_count: int

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        return self.fault_count == 0


@dataclass(slots=True)
class _Opened:
    """The archive with what its manifest says."""

    zip: zipfile.ZipFile
    manifest: Mapping[str, Any]
    keys: dict[str, KnownKey] = field(default_factory=dict)
    entries: int = 0
    digests: dict[Document, str] = field(default_factory=dict)

    def lines(self, name: str) -> Iterator[Any]:
        """The lines of a file; none where there is none."""
        if name not in self.zip.namelist():
            return
        with self.zip.open(name) as file:
            for text in file:
                yield json.loads(text)


def check_archive(path: Path, *, fingerprint: str = "") -> Checked:
    """Check signature, files, chains and documents of an archive.

    Args:
        path: the file.
        fingerprint: of the key, or its beginning, as it stands on a Z report; "" believes the file.

    Raises:
        NotAnArchiveError: it cannot even be read as one.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            _check_size(packed)
            opened = _Opened(packed, json.loads(packed.read(MANIFEST)))
            if opened.manifest.get("format") != FORMAT:
                raise NotAnArchiveError(path=path, detail=MANIFEST)
            faults = list(_faults(opened, fingerprint))
    except _UNREADABLE as error:
        raise NotAnArchiveError(path=path, detail=error) from error
    m = opened.manifest
    return Checked(
        str(m["company"]), str(m["since"]), str(m["until"]), str(m["fingerprint"]), opened.entries,
        len(opened.digests), len(m["changed_later"]), tuple(faults[:_SHOWN]), len(faults),
    )  # fmt: skip


def _check_size(packed: zipfile.ZipFile) -> None:
    unpacked = sum(info.file_size for info in packed.infolist())
    taken = sum(info.compress_size for info in packed.infolist())
    names = packed.namelist()
    if unpacked > _MOST or unpacked > _RATIO * max(taken, 1):
        raise zipfile.BadZipFile("size")
    if len(set(names)) != len(names):
        raise zipfile.BadZipFile("names")


def _faults(opened: _Opened, fingerprint: str) -> Iterator[str]:
    rows = [SimpleNamespace(**row) for row in opened.lines(KEYS)]
    opened.keys = known_keys(rows)
    yield from _signature(opened, fingerprint)
    yield from _files(opened)
    told: dict[Document, list[tuple[str, list[int]]]] = {}
    sales: dict[int, str] = {}
    yield from _chains(opened, told, sales)
    yield from _documents(opened, told, sales)


def _signature(opened: _Opened, fingerprint: str) -> Iterator[str]:
    wanted = "".join(fingerprint.split()).lower()
    mine = str(opened.manifest["fingerprint"])
    known = opened.keys.get(mine)
    if wanted and not mine.startswith(wanted):
        yield f"it was signed by another key ({short_print(mine)}) than the one that was named"
    signature = opened.zip.read(SIGNATURE).decode("ascii", "replace")
    if known is None or not is_signed_by(known.public_key, opened.zip.read(MANIFEST), signature):
        yield "the signature of the manifest does not fit"


def _files(opened: _Opened) -> Iterator[str]:
    listed = opened.manifest["files"]
    there = set(opened.zip.namelist()) - {MANIFEST, SIGNATURE}
    yield from (f"{name} is missing" for name in sorted(set(listed) - there))
    yield from (f"{name} does not belong here" for name in sorted(there - set(listed)))
    for name in sorted(there & set(listed)):
        digest = hashlib.sha256()
        with opened.zip.open(name) as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
        if digest.hexdigest() != listed[name]["sha256"]:
            yield f"{name} is not the file that was written"


def _chains(
    opened: _Opened, told: dict[Document, list[tuple[str, list[int]]]], sales: dict[int, str]
) -> Iterator[str]:
    """Every entry, in one walk a chain; what they tell of documents is noted on the way."""
    by_chain: dict[str, ChainEnd] = {}
    broken: set[str] = set()
    for line in opened.lines(JOURNAL):
        row = SimpleNamespace(**line)
        opened.entries += 1
        end = by_chain.get(row.chain)
        if end is None:
            first = int(opened.manifest["chains"][row.chain][0])
            end = by_chain[row.chain] = ChainEnd(seq=first - 1, hash=row.previous_hash)
        if row.chain not in broken:
            for fault in walk(row.chain, [row], opened.keys, end):
                broken.add(row.chain)
                yield f"journal of {fault.chain}, entry {fault.seq}: {fault.what}"
        _note(row, told, sales)
    for chain, (_first, last) in opened.manifest["chains"].items():
        found = by_chain.get(chain)
        if chain not in broken and (found is None or found.seq != last):
            yield f"journal of {chain}: entries cut off at the end"


def _note(row: Any, told: dict[Document, list[tuple[str, list[int]]]], sales: dict[int, str]) -> None:
    payload = json.loads(row.payload)
    if row.kind in SALE_ENTRIES:
        sales[int(row.document_id)] = str(payload.get(SALE_DIGEST))
    for kind, ids, digest in payload.get(KEY, []):
        for i in ids:
            told.setdefault((kind, i), []).append((digest, ids))


def _documents(
    opened: _Opened, told: Mapping[Document, list[tuple[str, list[int]]]], sales: Mapping[int, str]
) -> Iterator[str]:
    later = {(str(kind), int(i)) for kind, i in opened.manifest["changed_later"]}
    for kind in sorted({kind for kind, _i in told} | {SALE}):
        for line in opened.lines(file_of(kind)):
            opened.digests[kind, int(line["id"])] = _digest(kind, line["rows"])
    for sale_id, digest in sales.items():
        yield from _compare((SALE, sale_id), digest, opened.digests.get((SALE, sale_id)))
    fits: dict[str, bool] = {}
    for document, batches in told.items():
        if document in later:
            continue
        for digest, ids in batches:
            if digest not in fits:
                fits[digest] = batch_digest(opened.digests.get((document[0], i), "") for i in ids) == digest
        right = any(fits[digest] for digest, _ids in batches)
        yield from _compare(
            document, "right", ("right" if right else "") if document in opened.digests else None
        )


def _compare(document: Document, wanted: str, found: str | None) -> Iterator[str]:
    kind, i = document
    if found is None:
        yield f"{kind} {i} is missing"
    elif found != wanted:
        yield f"{kind} {i}: its rows are not as they were written"


def _digest(kind: str, parts: list[Any]) -> str:
    if kind != SALE:
        return unit_digest(kind, [row for _name, rows in parts for row in rows])
    by_name = dict(parts)
    head = {k: v for k, v in by_name["sale"][0].items() if k != MADE_AT_CLOSE}
    return rows_digest({**by_name, "sale": [head]})
