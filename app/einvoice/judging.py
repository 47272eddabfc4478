"""The judge's process, seen from the program: started when first asked, kept, started anew when it died."""

from __future__ import annotations

import atexit
import base64
import json
import os
import queue
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, Final, cast

from app.einvoice.findings import Finding
from app.einvoice.formats import Format
from app.einvoice.refusals import JudgeFailedError

ROOT: Final = Path(__file__).resolve().parents[2]
TIMEOUT: Final = 60.0  # seconds; the first answer compiles the rules
IDLE: Final = 600.0  # seconds; then its 200 MB are given back, and the next question starts another


class JudgeProcess:
    """One process, asked by one thread at a time (others wait)."""

    def __init__(self, timeout: float = TIMEOUT, idle: float = IDLE) -> None:
        self._timeout, self._idle = timeout, idle
        self._rest: threading.Timer | None = None
        self._lock = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()

    def judge(self, xml: bytes, form: Format) -> list[Finding]:
        """Every rule that does not hold, fatal ones first; a second the first time: not on a GUI thread.

        Raises:
            JudgeFailedError: no answer, or the rules are not there.
        """
        request = json.dumps({"format": form.value, "xml": base64.b64encode(xml).decode("ascii")})
        with self._lock:
            self._stay()
            answer = self._asked(request)
            self._rest = threading.Timer(self._idle, self.close)
            self._rest.daemon = True
            self._rest.start()
        if "refused" in answer:
            raise JudgeFailedError(detail=answer["refused"])
        return [Finding(**each) for each in answer["findings"]]

    def close(self) -> None:
        """End the process."""
        with self._lock:
            self._stay()
            self._end()

    def _stay(self) -> None:
        """Do not end it for idleness."""
        if self._rest is not None:
            self._rest.cancel()
            self._rest = None

    def _asked(self, request: str) -> dict[str, Any]:
        try:
            pipe = self._running()
            pipe.write(request + "\n")
            pipe.flush()
            answer: dict[str, Any] = json.loads(self._answers.get(timeout=self._timeout))
        except (OSError, ValueError, queue.Empty) as error:
            self._end()
            raise JudgeFailedError(detail="the process of the rules gave no answer") from error
        return answer

    def _running(self) -> IO[str]:
        """Where requests go."""
        process = self._process
        if process is None or process.poll() is not None:
            self._end()
            process = self._process = subprocess.Popen(
                [sys.executable, "-m", "app.einvoice.judge_process"], cwd=ROOT, text=True,
                encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
            self._answers = queue.Queue()
            threading.Thread(
                target=_listen, args=(process, self._answers), name="einvoice-judge", daemon=True
            ).start()
        return cast("IO[str]", process.stdin)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was not sent yet is not missed
                    continue
        process.wait()


def _listen(process: subprocess.Popen[str], answers: queue.Queue[str]) -> None:
    if process.stdout is None:
        return
    try:
        for line in process.stdout:
            answers.put(line)
    except ValueError:  # closed while it was read
        return
    answers.put("")  # it ended: whoever waits is told


_shared: Final = JudgeProcess()
atexit.register(_shared.close)


def judge(xml: bytes, form: Format) -> list[Finding]:
    """Ask the program's own judge; see JudgeProcess.judge."""
    return _shared.judge(xml, form)
