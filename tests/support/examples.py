"""How many examples the property tests try: few in each run, as many as TAKINGS_EXAMPLES says when asked."""

from __future__ import annotations

import os
from typing import Final

from hypothesis import HealthCheck, settings

WANTED: Final = int(os.environ.get("TAKINGS_EXAMPLES", "0"))
_LENGTHY: Final = 1000


def examples(usual: int) -> int:
    """The usual number of a test that names its own, or what the environment asks for, if that is more."""
    return max(usual, WANTED)


def prepare() -> None:
    """Let the tests that name no number of their own follow the environment as well."""
    if WANTED >= _LENGTHY:
        checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
        settings.register_profile("lengthy", max_examples=WANTED, deadline=None, suppress_health_check=checks)
        settings.load_profile("lengthy")
