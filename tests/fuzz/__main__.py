"""`python -m tests.fuzz TARGET SECONDS [SEEDS...]`: one target under atheris, which is led by coverage.

It stops at the first fault and keeps its bytes in the corpus, so that the replay fails until it is mended.
What widened the coverage goes into FUZZ_CORPUS (a folder of the machine, not of the repository).
"""

from __future__ import annotations

import hashlib
import os
import sys
import traceback
from pathlib import Path

import atheris  # type: ignore[import-untyped]  # in an environment of its own: see tools/fuzz

with atheris.instrument_imports(
    include=["app", "drivers", "ui.formatting", "mt940", "biip", "openpyxl", "eu_einvoice", "pypdf"],
    enable_loader_override=False,
):
    from tests.fuzz.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"


def main(name: str, seconds: int) -> None:
    """Run one target."""
    target = TARGETS[name]
    kept = CORPUS / name

    def one(content: bytes) -> None:
        try:
            target(content)
        except BaseException:
            found = kept / f"fault-{hashlib.sha256(content).hexdigest()[:12]}"
            found.write_bytes(content)
            traceback.print_exc()
            sys.stderr.write(f"{name}: a fault, kept as {found}\n")
            sys.stderr.flush()
            raise

    grown = Path(os.environ["FUZZ_CORPUS"]) / name
    grown.mkdir(parents=True, exist_ok=True)
    atheris.Setup(
        [
            sys.argv[0], str(grown), str(kept), f"-max_total_time={seconds}", "-timeout=5", "-max_len=6000",
            "-rss_limit_mb=2000", "-print_final_stats=1", "-verbosity=1",
            f"-artifact_prefix={grown.parent}/{name}-",
        ],
        one,
    )  # fmt: skip
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
