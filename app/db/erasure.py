"""What is erased is overwritten, not only unlinked."""

from __future__ import annotations

from sqlalchemy import Connection


def overwrite_what_is_erased(connection: Connection) -> None:
    """From now on this connection fills with zeros what it deletes or replaces in a SQLite file.

    The log beside the file (WAL) still holds the old pages until it is written back, at the latest when the
    program ends. PostgreSQL frees them with its own vacuum.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA secure_delete = ON").close()
