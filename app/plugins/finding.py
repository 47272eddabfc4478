"""Which plug-ins are installed: files of a folder and packages. Nothing of theirs is run here."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import Distribution, EntryPoint, entry_points
from pathlib import Path
from typing import Final

from app.kernel.text import clean

GROUP: Final = "takings.plugins"
_LARGEST: Final = 5_000_000  # bytes of a file; a larger one is no plug-in
_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A plug-in that lies there.

    Attributes:
        name: the file without .py, or the entry point.
        sha256: of its file, or of all files of its package; hexadecimal. "" where it cannot be read.
        code: of a file, the very bytes that were hashed; None for a package.
        where: path, or package with version.
        entry: of a package.
    """

    name: str
    sha256: str
    where: str
    code: bytes | None = None
    entry: EntryPoint | None = None


def find_plugins(folder: Path) -> list[Found]:
    """Those of the folder, then those of packages, by name; a file wins over a package of its name."""
    found = {x.name: x for x in map(_of_entry, entry_points(group=GROUP))}
    try:
        files = sorted(folder.glob("*.py"))
    except OSError:
        files = []
    found |= {x.name: x for x in map(_of_file, files)}
    return sorted(found.values(), key=lambda x: x.name)


def _of_file(path: Path) -> Found:
    name = clean(path.stem)[:_NAME]
    try:
        code = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    except OSError:
        code = b""
    return Found(name, sha256(code).hexdigest() if code else "", str(path), code)


def _of_entry(entry: EntryPoint) -> Found:
    package = entry.dist
    where = f"{package.name} {package.version}" if package else entry.value
    return Found(clean(entry.name)[:_NAME], _hash_package(package), clean(where), entry=entry)


def _hash_package(package: Distribution | None) -> str:
    """One hash of the names and contents of all its files but those that Python makes itself."""
    if package is None or not package.files:
        return ""
    total = sha256()
    for file in sorted(package.files, key=str):
        if file.suffix == ".pyc" or file.name in {"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"}:
            continue
        try:
            content = Path(str(file.locate())).read_bytes()
        except OSError:
            return ""
        total.update(str(file).encode() + b"\0" + sha256(content).digest())
    return total.hexdigest()
