"""The attacks somebody thinks of who has the file: each with who notices it (design/reliability.md 4.3, S1).

`verify` needs nothing but the file. The copy of the journal on another drive (`verify --witness`) and the
code on a printed Z (`keys check`) are outside it: they alone see what leaves a file that agrees with itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Connection, update

from app.audit.codes import check_code
from app.audit.keys import SEALED_KEY
from app.audit.queries import chain_ends, unlike_witness
from app.audit.seals import KEY
from app.audit.signatures import KeySigner, new_secret
from app.audit.tables import journal_head
from app.db.engine import create_app_engine
from app.kernel.canonical import canonical_json
from app.kernel.signing import Signer
from app.reporting.verify import CHECKS, Check
from app.reporting.verify.documents import DOCUMENT_CHECKS
from app.reporting.verify.journal import JOURNAL_CHECKS
from app.reporting.verify.seals import SEAL_CHECKS
from app.till.operations.cash import SEALED_MOVEMENT
from app.till.tables import cash_movement
from tests.attack.chain.conftest import Posted
from tests.attack.chain.thief import Thief, thief

_QUICK: Final = (*JOURNAL_CHECKS, *SEAL_CHECKS, *DOCUMENT_CHECKS)
COPY: Final = "the copy of the journal"
PAPER: Final = "the printed Z"


def _row(hands: Thief) -> Any:
    return hands.first("drawer.pay_in")


def _changed(hands: Thief) -> None:
    hands.set(_row(hands), payload=_row(hands).payload.replace("1000", "1001"))


def _changed_with_hash(hands: Thief) -> None:
    _changed(hands)
    row = _row(hands)
    hands.set(row, hash=hands.hashed(row, row.previous_hash))


def _changed_and_chained(hands: Thief) -> None:
    _changed(hands)
    hands.whole_shop_anew()


def _removed(hands: Thief) -> None:
    hands.cut(_row(hands))


def _removed_and_chained(hands: Thief) -> None:
    gone = hands.first("shift.counted")
    hands.cut(gone)
    hands.close_gap(gone.seq)
    hands.whole_shop_anew()


def _put_in(hands: Thief) -> None:
    row = hands.first("shift.counted")
    hands.make_room(row.seq)
    hands.put(row)
    hands.whole_shop_anew()


def _forged_sale(hands: Thief) -> None:
    last = hands.entries()[-1]
    hands.put(last, seq=last.seq + 1, document_id=1, previous_hash=last.hash)
    hands.chain_anew()


def _swapped(hands: Thief) -> None:
    one, other = _row(hands), hands.first("till.taking")
    hands.set(one, seq=9999)
    hands.set(other, seq=one.seq)
    one = next(row for row in hands.entries() if row.seq == 9999)
    hands.set(one, seq=other.seq)


def _tail_cut(hands: Thief) -> None:
    hands.cut(hands.entries()[-1])


def _tail_cut_with_head(hands: Thief) -> None:
    hands.cut(hands.entries("office")[-1])
    hands.chain_anew("office")


def _head_turned_back(hands: Thief) -> None:
    row = hands.entries()[-2]
    hands.connection.execute(
        update(journal_head)
        .where(journal_head.c.chain == row.chain)
        .values(last_seq=row.seq, last_hash=row.hash)
    )


def _signature_of_another(hands: Thief) -> None:
    hands.set(hands.first("shift.closed"), signature=hands.first("day.closed").signature)


def _seal_of_another(hands: Thief) -> None:
    seals = hands.first("journal.sealed")
    hands.set(_row(hands), payload=seals.payload)


def _another_time(hands: Thief) -> None:
    hands.set(_row(hands), at=hands.entries()[-1].at)
    hands.whole_shop_anew()


def _document(hands: Thief) -> None:
    hands.connection.execute(update(cash_movement).values(reason="forgot"))


def _document_and_seal(hands: Thief) -> None:
    _document(hands)
    hands.seal_anew(SEALED_MOVEMENT, _row(hands).document_id)


def _document_and_chain(hands: Thief) -> None:
    _document_and_seal(hands)
    hands.whole_shop_anew()


def _document_and_no_signatures(hands: Thief) -> None:
    _document_and_seal(hands)
    hands.whole_shop_anew(unsigned=True)


def _another_key(hands: Thief) -> None:
    hands.put_key(public_key=_own_key().public_key)


def _another_key_under_its_name(hands: Thief) -> None:
    own = _own_key()
    hands.put_key(public_key=own.public_key, fingerprint=own.fingerprint)
    _document_and_seal(hands)
    hands.whole_shop_anew(signer=own)


def _everything_with_another_key(hands: Thief) -> None:
    """The key's own entries too, as if there had never been another one."""
    own = _own_key()
    hands.put_key(public_key=own.public_key, fingerprint=own.fingerprint)
    made = hands.first("journal.key_made", "office")
    told = json.loads(made.payload) | {"fingerprint": own.fingerprint, "public_key": own.public_key}
    hands.set(made, payload=canonical_json(told))
    hands.seal_anew(SEALED_KEY, told[KEY][0][1][0], "office")
    hands.chain_anew("office", signer=own)
    _document_and_seal(hands)
    hands.whole_shop_anew(signer=own)


def _own_key() -> Signer:
    return KeySigner(new_secret())


Deed = Callable[[Thief], None]
ATTACKS: Final[tuple[tuple[str, Deed, tuple[str, ...]], ...]] = (
    ("an entry is changed", _changed, ("journal_is_whole",)),
    ("an entry is changed with its hash", _changed_with_hash, ("journal_is_whole", COPY)),
    ("an entry is changed, the chain made anew", _changed_and_chained, ("journal_is_whole", COPY, PAPER)),
    ("an entry is removed", _removed, ("journal_is_whole", COPY)),
    ("an entry is removed, the chain made anew", _removed_and_chained, ("journal_is_whole", COPY, PAPER)),
    ("an entry is put in, the chain made anew", _put_in, ("journal_is_whole", COPY, PAPER)),
    ("a sale nobody made is put at the end", _forged_sale, ("documents_as_written",)),
    ("two entries change places", _swapped, ("journal_is_whole", COPY)),
    ("the tail is cut", _tail_cut, ("journal_is_whole", COPY)),
    ("the tail is cut and the head set back", _tail_cut_with_head, (COPY,)),
    ("the head is set back", _head_turned_back, ("journal_is_whole",)),
    ("the signature of another entry", _signature_of_another, ("journal_is_whole",)),
    ("the seal of another document", _seal_of_another, ("journal_is_whole",)),
    ("another time, the chain made anew", _another_time, ("journal_is_whole", COPY, PAPER)),
    ("a posted row is changed", _document, ("cash_movement_as_sealed",)),
    ("a posted row and its seal", _document_and_seal, ("journal_is_whole",)),
    ("a posted row, its seal and the chain", _document_and_chain, ("journal_is_whole", COPY, PAPER)),
    ("the same without signatures", _document_and_no_signatures, (COPY, PAPER)),
    ("another key under the name of the old one", _another_key, ("journal_is_whole", PAPER)),
    ("one chain signed by another key", _another_key_under_its_name, ("journal_is_whole", COPY, PAPER)),
    ("the whole journal signed by another key", _everything_with_another_key, (COPY, PAPER)),
)


def _first_that_finds(connection: Connection, checks: tuple[Check, ...]) -> list[str]:
    return next(([c.name] for c in checks if next(iter(c.find(connection)), None) is not None), [])


def _who_notices(path: Path, posted: Posted) -> tuple[str, ...]:
    engine = create_app_engine(f"sqlite:///{path}", readonly=True)
    with engine.connect() as connection:
        found = _first_that_finds(connection, _QUICK) or _first_that_finds(connection, CHECKS)
        found += [COPY] if unlike_witness(connection, posted.copy) else []
        found += [PAPER] if check_code(connection, text=posted.paper) else []
    engine.dispose()
    return tuple(found)


@pytest.mark.parametrize(
    ("deed", "noticed_by"), [pytest.param(deed, by, id=name) for name, deed, by in ATTACKS]
)
def test_an_attack_is_noticed_by_whom_the_manual_names(
    deed: Deed, noticed_by: tuple[str, ...], posted: Posted, copied: Callable[[], Path]
) -> None:
    path = copied()
    with thief(path) as hands:
        deed(hands)
    assert _who_notices(path, posted) == noticed_by


def test_whoever_changes_nothing_is_no_thief(posted: Posted) -> None:
    assert _who_notices(posted.path, posted) == ()


def test_signatures_that_are_gone_are_counted(copied: Callable[[], Path]) -> None:
    """No fault, since a till sells on without its key; `verify` says how many entries wait for one."""
    path = copied()
    with thief(path) as hands:
        before = chain_ends(hands.connection)[1]["T01"]
        _document_and_no_signatures(hands)
        after = chain_ends(hands.connection)[1]["T01"]
    assert before.signed_seq > 0
    assert (after.seq, after.signed_seq) == (before.seq, 0)
