#!/usr/bin/env python3
"""docs/features.csv must be whole and true in what a machine can check.

One row per feature; `works` names at least one test that exists and a place in the program; `partial`
says what is missing in `where`.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COUNT = 265
STATES = {"works", "partial", "no"}


def _faults(row: dict[str, str]) -> list[str]:
    name, wrong = f"row {row['number']}", []
    if row["status"] not in STATES:
        wrong.append(f"{name}: status {row['status']!r}")
    if row["status"] == "works" and not (row["tests"].strip() and row["where"].strip()):
        wrong.append(f"{name}: works without a test or a place")
    for test in row["tests"].split():
        path, _, function = test.partition("::")
        file = ROOT / path
        if not file.exists():
            wrong.append(f"{name}: there is no {path}")
        elif function and f"def {function}(" not in file.read_text(encoding="utf-8"):
            wrong.append(f"{name}: {path} has no {function}")
    return wrong


def main() -> None:
    with (ROOT / "docs" / "features.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    wrong = [f"row {n} is missing" for n in range(1, COUNT + 1) if str(n) not in {r["number"] for r in rows}]
    if len(rows) != COUNT:
        wrong.append(f"{len(rows)} rows, {COUNT} wanted")
    for row in rows:
        wrong += _faults(row)
    if wrong:
        sys.exit("docs/features.csv\n" + "\n".join(wrong))
    counted = {state: sum(r["status"] == state for r in rows) for state in sorted(STATES)}
    print(f"docs/features.csv: {counted}")


if __name__ == "__main__":
    main()
