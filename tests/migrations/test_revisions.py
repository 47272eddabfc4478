"""The revisions are read from the files without Alembic, and are those that Alembic sees."""

from __future__ import annotations

import subprocess
import sys

from alembic.script import ScriptDirectory

from app.migrations.migrate import alembic_config, head_revision, known_revisions


def test_head_and_all_revisions_are_those_of_alembic() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert head_revision() == scripts.get_current_head()
    assert known_revisions() == {script.revision for script in scripts.walk_revisions()}


def test_asking_for_the_revision_loads_no_alembic(sqlite_url: str) -> None:
    code = (
        "import sys; from app.migrations.migrate import current_revision, known_revisions\n"
        "from app.db.engine import create_app_engine\n"
        "known_revisions(); current_revision(create_app_engine(sys.argv[1]))\n"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('alembic', 'mako', 'psycopg')]"
    )
    subprocess.run([sys.executable, "-c", code, sqlite_url], check=True)
