"""The process that runs the rules: a request a line in, an answer a line out.

Started as `python -m app.einvoice.judge_process`. A request is a JSON object with "format" and "xml"
(base64); the answer has "findings", or "refused" with the sentence. It ends when its input does.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import asdict
from typing import IO

from app.einvoice.formats import Format
from app.einvoice.judge import Judge
from app.kernel.refusal import Refusal


def serve(source: IO[str], answers: IO[str]) -> None:
    """Answer requests until there are no more."""
    judge = Judge()
    for line in source:
        request = json.loads(line)
        try:
            xml = base64.b64decode(request["xml"])
            found = judge.judge(xml, Format(request["format"]))
            answer: dict[str, object] = {"findings": [asdict(f) for f in found]}
        except Refusal as refusal:
            answer = {"refused": str(refusal)}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
