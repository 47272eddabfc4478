"""The order chain beside Tryton's, both on SQLite: how many times as many chains a second.

Tryton is installed by pip from the package registry into an environment of its own in the cache, its
database is made there once (some minutes); `peers/tryton_chain.py` drives it. Where it is not to be had
the line says so in words.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from bench import chain, data, measure
from bench.measure import Options, Result, milliseconds, rounded, steady

NAME: Final = "order_chain_vs_tryton"
VERSION: Final = "8.2"
PACKAGES: Final = ("trytond", "proteus", "trytond-sale", "trytond-stock", "trytond-account-invoice")
_SCRIPT: Final = Path(__file__).with_name("peers") / "tryton_chain.py"
_PATIENCE: Final = 600  # seconds that pip may take


class NotToBeHadError(Exception):
    """Tryton could not be installed; the text says why."""


def run(options: Options) -> Result:
    """Rounds of one chain of Tryton's between two blocks of ours."""
    rounds, block = (1, 1) if options.quick else (6, 10)
    try:
        python = _environment()
    except NotToBeHadError as error:
        return Result(
            NAME, None, None, "times", aims={"ratio": 50.0}, at_least=True, more={"said": str(error)}
        )
    peer = _start(python, options.folder)
    work = chain.ChainAtWork(f"sqlite:///{data.copied(chain.chain_shop_file(), options.folder / 'ours.db')}")
    wishes = iter(work.wishes((2 * rounds + 1) * block))
    theirs: list[float] = []
    ours: list[list[float]] = []
    with steady():
        for _ in range(block):
            work.carry(next(wishes))
        for _ in range(rounds):
            before = [_timed(work, next(wishes)) for _ in range(block)]
            theirs += peer.carry(1)
            ours.append(before + [_timed(work, next(wishes)) for _ in range(block)])
    work.close()
    peer.close()
    ratio = statistics.median(t / statistics.median(o) for t, o in zip(theirs, ours, strict=True))
    our_time = statistics.median(v for each in ours for v in each)
    return _result(
        ratio,
        {
            "peer": f"Tryton {peer.version}", "peer_ms": milliseconds(statistics.median(theirs)),
            "ours_ms": milliseconds(our_time), "chains_a_second": rounded(1 / our_time),
            "peer_chains_a_second": rounded(1 / statistics.median(theirs)),
        },
    )  # fmt: skip


def _result(ratio: float | None, more: dict[str, object]) -> Result:
    return Result(NAME, ratio, ratio, "times", aims={"ratio": 50.0}, more=more, at_least=True)


def _timed(work: chain.ChainAtWork, wish: chain.Wish) -> float:
    began = time.perf_counter()
    work.carry(wish)
    return time.perf_counter() - began


def _environment() -> Path:
    """The Python of an environment with Tryton; made on the first run. Raises NotToBeHadError."""
    folder = measure.CACHE / f"tryton-{VERSION}"
    python = folder / "bin" / "python"
    if (folder / "installed").exists():
        return python
    data.say(f"Installing Tryton {VERSION} into {folder} ...")
    venv.create(folder, with_pip=False, clear=True)
    wanted = [f"{name}=={VERSION}.*" for name in PACKAGES]
    command = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", *wanted]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False)
        wrong = done.stderr.strip().splitlines()[-1] if done.returncode else ""
    except (subprocess.TimeoutExpired, IndexError):
        wrong = f"pip did not come to an end within {_PATIENCE} s"
    if wrong:
        shutil.rmtree(folder, ignore_errors=True)
        reason = f"Tryton was not compared with: pip could not install it ({wrong})."
        raise NotToBeHadError(reason)
    (folder / "installed").touch()
    return python


@dataclass(slots=True)
class _Peer:
    """Tryton at work in a process of its own."""

    process: subprocess.Popen[str]
    asked: IO[str]
    answers: IO[str]
    version: str = ""

    def carry(self, chains: int) -> list[float]:
        """So many chains; their seconds."""
        self.asked.write(f"{chains}\n")
        self.asked.flush()
        found: list[float] = json.loads(self.answers.readline())
        return found

    def close(self) -> None:
        """End it."""
        self.asked.close()
        self.process.wait()
        self.answers.close()


def _start(python: Path, folder: Path) -> _Peer:
    """On a copy of the cached database, which is made when it is not there."""
    made = measure.CACHE / f"tryton-{VERSION}-database"
    if not (made / "ready").exists():
        data.say("Making Tryton's database (some minutes) ...")
        shutil.rmtree(made, ignore_errors=True)
        _open(python, made).close()
    work = folder / "tryton"
    shutil.copytree(made, work)
    return _open(python, work)


def _open(python: Path, folder: Path) -> _Peer:
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    process = subprocess.Popen(
        [str(python), str(_SCRIPT), str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        cwd=folder.parent, env=environment,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    peer = _Peer(process, process.stdin, process.stdout)
    peer.version = str(json.loads(process.stdout.readline())["version"])
    return peer
