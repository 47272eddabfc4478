"""What is erased is overwritten, not only unlinked."""

from __future__ import annotations

from app.db.unit_of_work import UnitOfWork


def overwrite_what_is_erased(uow: UnitOfWork) -> None:
    """From now on this connection fills with zeros what it deletes or replaces in a SQLite file.

    The log beside the file (WAL) still holds the old pages: it is written back and cut to nothing after the
    commit, or, where somebody is reading just then, at the latest when the program ends. PostgreSQL frees
    them with its own vacuum.
    """
    if uow.connection.dialect.name == "sqlite":
        uow.connection.exec_driver_sql("PRAGMA secure_delete = ON").close()
        uow.empties_log = True
