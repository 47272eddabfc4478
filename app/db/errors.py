"""What a database can answer that is not a result, in words a shopkeeper can act on."""

from __future__ import annotations

from typing import Final

from sqlalchemy.exc import DBAPIError, IntegrityError

from app.kernel.refusal import Refusal


class DatabaseError(Refusal):
    """Base of what the database itself refuses."""

    message = "The database did not answer as it should: {detail}"


class DatabaseBusyError(DatabaseError):
    """Another program holds the lock for longer than we wait."""

    message = "The database is in use by another program. Nothing was saved; try again in a moment."


class DiskFullError(DatabaseError):
    """No room for the transaction; it was rolled back."""

    message = "The disk is full. Nothing was saved; free some space and try again."


class DiskFaultError(DatabaseError):
    """The disk gave an error; SQLite says so, too, where a full one has no room for a map of its log."""

    message = (
        "The disk cannot be read or written. Nothing was saved; free some space, and have the disk checked "
        "if it stays so."
    )


class DiskReadError(DiskFaultError):
    """The disk failed as the file was read, and the file is not found to be damaged."""

    message = (
        "The disk cannot be read. Nothing was saved; try again now. If it stays so, sell no more here, "
        "have the disk checked, and restore the last backup on a sound one."
    )


class OutOfMemoryError(DatabaseError):
    """The computer gave the program no more memory; the transaction was rolled back."""

    message = (
        "The computer has no memory left for this. Nothing was saved; close other programs and try again."
    )


class DatabaseDamagedError(DatabaseError):
    """The file is not, or no longer, a sound database."""

    message = "The database file is damaged or not a Takings database. Restore the last backup."


class DatabaseNewerError(DatabaseError):
    """A newer version of the program wrote this database."""

    message = "This database was made by a newer version of Takings ({found}). Update the program first."


class DatabaseForeignError(DatabaseError):
    """A SQLite file of some other program."""

    message = "{path} is a database of another program, not of Takings. Choose another file."


class DatabaseGoneError(DatabaseError):
    """The file was deleted, renamed or replaced under the running program."""

    message = (
        "{path} was moved, deleted or replaced while the program runs. Nothing was saved; put the file back "
        "where it was, or restore the last backup, and start the program again."
    )


class DatabaseUnreachableError(DatabaseError):
    """No connection to the server, or the file cannot be opened."""

    message = "The database cannot be reached ({detail}). Check the address, the network and the server."
    is_unreachable = True


class DatabaseStrangerError(DatabaseUnreachableError):
    """Who answers at the server's address is not who the station trusts; nothing was told to it."""

    message = (
        "The server shows a certificate that this station does not trust ({detail}). Nothing was sent to it. "
        "Have the address and the certificate checked before anybody works on."
    )
    is_unreachable = False  # not the network's fault: the sentence must be read


class DatabaseReadOnlyError(DatabaseError):
    """The file, its folder or the server lets nothing be written."""

    message = (
        "The database cannot be written to. Nothing was saved; check the rights of the file and its folder."
    )


class DatabaseRightsError(DatabaseError):
    """The role that this station comes to the server by has not the right, e.g. a till's for a price."""

    message = (
        "This station may not change that in the shop's database. "
        "Do it at a station that works on the server."
    )


class DatabaseSettingError(DatabaseError):
    """A setting that durability rests on did not take."""

    message = (
        "The database refused the setting {name}={wanted} (it says {found}). The program stops to be safe."
    )


class TextUnusableError(Refusal):
    """Half a character (a lone surrogate), or a NUL, which PostgreSQL keeps in no text."""

    message = "This text holds a character that can be neither kept nor looked for. Type it anew."


class ChangedElsewhereError(Refusal):
    """Somebody else changed the row since it was read."""

    message = "Somebody else changed this in the meantime. Reload and try again."


class DuplicateError(Refusal):
    """A value that must be unique is there already."""

    message = "This is there already ({detail}). Nothing was saved."


_SIGNS: Final[tuple[tuple[str, type[Refusal]], ...]] = (
    ("database is locked", DatabaseBusyError),
    ("database table is locked", DatabaseBusyError),
    ("locking protocol", DatabaseBusyError),
    ("lock timeout", DatabaseBusyError),
    ("database or disk is full", DiskFullError),
    ("disk i/o error", DiskFaultError),
    ("no space left", DiskFullError),
    ("readonly database", DatabaseReadOnlyError),
    ("read-only transaction", DatabaseReadOnlyError),
    ("malformed", DatabaseDamagedError),
    ("not a database", DatabaseDamagedError),
    ("unable to open database", DatabaseUnreachableError),
    ("permission denied for ", DatabaseRightsError),
    ("cannot contain nul", TextUnusableError),
    ("certificate verify failed", DatabaseStrangerError),
    ("server certificate for ", DatabaseStrangerError),  # a sound one, of another name
    ("connection", DatabaseUnreachableError),
)


_TRIES: Final = {"40001": 8, "40P01": 8, "23505": 2}  # SQLSTATE -> runs in all


def as_refusal(error: DBAPIError | MemoryError | UnicodeEncodeError) -> Refusal:
    """The refusal that says what a driver's error means, that there was no memory, or a text no driver takes.

    The server's own text goes into `detail` cut to its first line, without the statement or its
    parameters, which may hold a customer's data.
    """
    if isinstance(error, MemoryError):
        return OutOfMemoryError()
    if isinstance(error, UnicodeEncodeError):
        return TextUnusableError()
    detail = str(error.orig).strip().split("\n", maxsplit=1)[0][:200]
    if isinstance(error, IntegrityError):
        return DuplicateError(detail=detail)
    if error.connection_invalidated:  # whatever the driver calls it, e.g. "SSL SYSCALL error: EOF detected"
        return DatabaseUnreachableError(detail=detail)
    low = detail.lower()
    for sign, refusal in _SIGNS:
        if sign in low:
            return refusal(detail=detail)
    return DatabaseError(detail=detail)


def tries_worth(error: DBAPIError) -> int:
    """How often the whole transaction may be run in all, on PostgreSQL; 1 where it would come out the same.

    The server asks for another run itself after a deadlock or a conflict of snapshots (SQLSTATE 40P01,
    40001). A value that is there already (23505) may have come at the same moment under the same UUID: seen
    from the start the document is found, and the answer is that it was there.
    """
    return _TRIES.get(getattr(error.orig, "sqlstate", None) or "", 1)
