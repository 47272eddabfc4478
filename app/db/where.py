"""Where a SQLite file may lie: on this machine's own disk, where its locks and syncs are kept."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Final

from app.db.errors import DatabaseError

# kinds of file systems as Linux names them; locks and syncs over a network are not to be relied upon
# (sqlite.org/useovernet.html), and the log of WAL cannot be shared over one at all (sqlite.org/wal.html)
NETWORK: Final = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb2",
        "smb3",
        "smbfs",
        "afs",
        "ceph",
        "glusterfs",
        "ncpfs",
        "davfs",
        "fuse.sshfs",
    }
)
SYNCED: Final = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "owncloud")
_REMOTE: Final = 4  # what Windows calls a drive that lies on another machine
_MOUNTS: Final = Path("/proc/self/mounts")


class DatabaseSharedError(DatabaseError):
    """A network drive, or a folder that a program copies to other machines."""

    message = (
        "{path} lies on a network drive or in a synchronised folder ({kind}). Several machines writing one "
        "file lose sales. Put it on this machine's own disk; several stations share a server "
        "(see “Several stations” in the manual)."
    )


def check_own_disk(path: Path) -> None:
    """Raise DatabaseSharedError where the file would not be this machine's alone."""
    whole = path.resolve()
    kind = synced_by(whole) or _remote(whole)
    if kind:
        raise DatabaseSharedError(path=path, kind=kind)


def synced_by(path: PurePath) -> str:
    """The folder above the file that a program keeps in step with other machines; "" for none."""
    return next((part for part in path.parts if part.casefold().startswith(SYNCED)), "")


def network_kind(path: PurePath, mounts: str) -> str:
    """The kind of network file system that the path lies on, by the text of /proc/mounts; "" for none."""
    best, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, folder, kind
            continue
        folder = PurePath(fields[1].replace("\\040", " "))
        if path.is_relative_to(folder) and len(folder.parts) >= best:
            best, found = len(folder.parts), fields[2]
    return found if found in NETWORK else ""


def _remote(path: Path) -> str:
    if os.name == "nt":
        return _remote_drive(path)
    if not _MOUNTS.exists():
        return ""
    return network_kind(path, _MOUNTS.read_text(encoding="utf-8", errors="replace"))


def _remote_drive(path: Path) -> str:
    if path.drive.startswith("\\\\"):
        return path.drive
    import ctypes

    windows = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows alone
    return path.drive if windows.GetDriveTypeW(f"{path.drive}\\") == _REMOTE else ""
