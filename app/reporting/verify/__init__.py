"""Do the books agree with themselves? One check per invariant, each with a name and a sentence."""

from __future__ import annotations

from app.reporting.verify.results import Check, CheckResult
from app.reporting.verify.run import CHECKS, verify_database

__all__ = ["CHECKS", "Check", "CheckResult", "verify_database"]
