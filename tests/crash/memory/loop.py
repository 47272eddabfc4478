"""Finishes sales on one till, each time with another allocation of Python that fails. Prints what came of it.

python -m tests.crash.memory.loop SHOP_FOLDER TILL STRIDE LENGTH

`_testcapi.set_nomemory` lets the N-th allocation of the interpreter fail, and so many after it as LENGTH says
(for ever is no case: without any memory CPython 3.11 itself turns in a circle while it raises, and such a
program is one that is killed); what SQLite allocates is not among them. After each the sale is looked up by
its UUID, finished again under it, and the till goes on. A process that dies of it is a till
that was killed: the next one settles and goes on after that N.
"""

from __future__ import annotations

import _testcapi  # type: ignore[import-not-found] # of CPython's own tests, has no types
import json
import os
import sys
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from app.kernel.refusal import CommitUnknownError, Refusal
from app.reporting.verify import verify_database
from app.till.cart import Cart
from app.till.operations.carts import begin_tendering
from app.till.queries import find_sale_by_uuid
from app.till.rules import price_cart
from app.till.tender import Tendering
from tests.crash.seller import Say, Seller, say_to

_VERIFY_EVERY: Final = 500
_CLEAN: Final = 300  # so many allocations at which nothing failed: N lies behind the end of the operation


@dataclass
class Heard:
    """What the tills said."""

    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    died: list[str] = field(default_factory=list)  # N and the signal
    last: int = 0


def _outcome(seller: Seller, cart: Cart, n: int, *, length: int) -> str:
    """Finish the sale with the N-th allocation failing; how it ended."""
    total = price_cart(cart, seller.context.price_settings).gross_minor
    seller.runtime.run(
        begin_tendering, actor=seller.actor, till_id=seller.till_id, cart=cart, total_minor=total
    )
    tendering = Tendering(total, "EUR").add("cash", "cash", total + 100)
    outcome = "booked"
    _testcapi.set_nomemory(n, n + length)
    try:
        seller.complete(cart, tendering)
    except CommitUnknownError:
        outcome = "unknown"
    except Refusal:
        outcome = "refused"
    except MemoryError:
        outcome = "no memory"
    except Exception:  # noqa: BLE001 - the machinery below may name it otherwise
        outcome = "another error"
    finally:
        _testcapi.remove_mem_hooks()
    return outcome


def _settle(seller: Seller, cart: Cart, outcome: str, n: int, say: Say) -> None:
    """Look the sale up and finish it again under its UUID."""
    total = price_cart(cart, seller.context.price_settings).gross_minor
    found = seller.runtime.ask(find_sale_by_uuid, uuid=cart.uuid)
    if outcome == "booked" and found is None:
        say(f"WRONG {n}: said to be booked and not there")
    if outcome == "refused" and found is not None:
        say(f"WRONG {n}: refused and there")
    done = seller.complete(cart, Tendering(total, "EUR").add("cash", "cash", total + 100))
    if done.was_there != (found is not None) or (found is not None and done.sale_id != found):
        say(f"WRONG {n}: looked up {found}, then {done}")
    say(f"END {n} {outcome}")


def _verify(seller: Seller, say: Say) -> None:
    with seller.factory.read() as connection:
        for result in verify_database(connection):
            for fault in result.faults:
                say(f"WRONG {result.name}: {fault}")


def _till(url: str, till: str, first: int, stride: int, say: Say, *, length: int) -> None:
    """One process: from N on until nothing fails any more."""
    seller = Seller(url, till, first, lambda _line: None)
    seller.start("")
    seller.sell(seller.new_cart())  # all is loaded once
    n, clean, runs = first, 0, 0
    while clean < _CLEAN:
        say(f"TRY {n}")
        cart = seller.new_cart()
        outcome = _outcome(seller, cart, n, length=length)
        _settle(seller, cart, outcome, n, say)
        clean = clean + stride if outcome == "booked" and n > first else 0
        n, runs = n + stride, runs + 1
        if runs % _VERIFY_EVERY == 0:
            _verify(seller, say)
    _verify(seller, say)
    seller.factory.dispose()
    say("OVER")


def _run(url: str, till: str, first: int, stride: int, say: Say, *, length: int) -> None:
    """A till in a process of its own; what it raises outside the failing operation is wrong."""
    try:
        _till(url, till, first, stride, say, length=length)
    except BaseException as error:  # noqa: BLE001 - nothing of this process may go on in its parent's code
        frames = traceback.extract_tb(error.__traceback__)[-5:]
        where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames))
        say(f"WRONG {type(error).__name__}: {error} at {where}".replace("\n", " ")[:600])
    os._exit(0)


def _heard(line: str, heard: Heard) -> None:
    kind, _space, rest = line.partition(" ")
    if kind == "TRY":
        heard.last = int(rest)
    elif kind == "END":
        heard.outcomes[rest.partition(" ")[2]] += 1
    elif kind == "WRONG":
        heard.wrong.append(rest)


def _one_process(url: str, till: str, first: int, stride: int, heard: Heard, *, length: int) -> bool:
    """Whether it came to the end."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _run(url, till, first, stride, say_to(into), length=length)
    os.close(into)
    lines = os.fdopen(out).read().splitlines()
    _pid, status = os.waitpid(child, 0)
    for line in lines:
        _heard(line, heard)
    if "OVER" in lines or heard.wrong:
        return True
    heard.died.append(f"{heard.last}: {os.waitstatus_to_exitcode(status)}")
    return False


def main(folder: str, till: str, stride: int, *, length: int) -> Heard:
    """All N, `stride` apart."""
    url, heard, first = f"sqlite:///{Path(folder) / 'takings.db'}", Heard(), 0
    while not _one_process(url, till, first, stride, heard, length=length):
        first = heard.last + stride
    return heard


if __name__ == "__main__":
    found = main(sys.argv[1], sys.argv[2], int(sys.argv[3]), length=int(sys.argv[4]))
    told = {"outcomes": found.outcomes, "wrong": found.wrong, "died": found.died, "last": found.last}
    sys.stdout.write(json.dumps(told) + "\n")
