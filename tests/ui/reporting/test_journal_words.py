"""The journal speaks in words: no kind of entry is shown as the code it is kept by."""

from __future__ import annotations

import re
from pathlib import Path

from ui.reporting.journal_words import entry_text

_APP = Path(__file__).resolve().parents[3] / "app"
_KIND = re.compile(r'kind="([a-z_]+\.[a-z_]+)"')


def test_every_kind_of_entry_that_an_operation_writes_has_words() -> None:
    kinds = {kind for path in _APP.rglob("*.py") for kind in _KIND.findall(path.read_text("utf-8"))}
    assert len(kinds) > 100
    assert sorted(kind for kind in kinds if entry_text(kind) == kind) == []
