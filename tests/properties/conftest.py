"""One made wholesaler for all machines of a process."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.properties.ground import Ground


@pytest.fixture(scope="session")
def ground(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """The wholesaler of tests.factories.wholesale, to be copied."""
    return Ground.prepare(sqlite_template, tmp_path_factory.mktemp("ground"))
