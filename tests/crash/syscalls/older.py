"""A step of the schema that comes after today's, as a next version of the program would bring it.

It does what is dangerous: a table is rebuilt (SQLite knows no other way to change a column), its rows
copied, and another table is made.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.migrations import migrate

if TYPE_CHECKING:
    from alembic.config import Config

REVISION: Final = "9000"
_STEP: Final = '''"""A step."""

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{before}"


def upgrade():
    with op.batch_alter_table("sale_line", recreate="always") as batch:
        batch.add_column(sa.Column("of_later", sa.Integer(), nullable=False, server_default="7"))
    op.create_table("of_later", sa.Column("id", sa.BigInteger(), primary_key=True))
    op.execute("UPDATE sale_line SET of_later = position")
'''


def add_a_step() -> None:
    """From here on this process is the next version of the program."""
    folder = Path(tempfile.mkdtemp(prefix="takings-step-"))
    before = migrate.head_revision()
    (folder / "9000_a_step.py").write_text(_STEP.format(before=before), encoding="utf-8")
    plain, known = migrate.alembic_config, dict(migrate._revisions())

    def config() -> Config:
        made = plain()
        made.set_main_option("version_locations", f"{migrate._VERSIONS}{os.pathsep}{folder}")
        return made

    migrate.alembic_config = config
    migrate._revisions = lambda: {**known, REVISION: before}  # type: ignore[assignment]
