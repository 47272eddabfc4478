"""How long the tests of this folder may take: `make torture HOURS=n` sets TAKINGS_TORTURE to n."""

from __future__ import annotations

import os
from typing import Final

HOURS: Final = int(os.environ.get("TAKINGS_TORTURE") or 0)


def times(quick: int, an_hour: int) -> int:
    """How often: in each run of the tests, and for each hour of torture."""
    return an_hour * HOURS if HOURS else quick
