"""The journal is signed, its keys follow one another, and what was signed stays checkable."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from app.audit.keys import (
    KEPT_AS,
    NoKeyError,
    list_keys,
    make_secret,
    own_signer,
    register_key,
    roll_key,
    sign_chains,
)
from app.audit.operations import SIGN_EVERY, note
from app.audit.queries import chain_ends, verify_chains
from app.audit.signatures import KeySigner, fingerprint_of, is_signed_by, new_secret, short_print
from app.audit.tables import journal, journal_key
from app.kernel.permission import SYSTEM_ACTOR
from app.reporting.verify import verify_database
from tests.conftest import SteadyClock
from tests.factories.shop import Shop
from tests.integration.till.helpers import rows


class Store:
    """A key store in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def find(self, name: str) -> str:
        return self.kept.get(name, "")

    def keep(self, name: str, secret: str) -> bool:
        self.kept[name] = secret
        return True


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def signed(shop: Shop, store: Store) -> Shop:
    """A shop whose station has a key."""
    signer = make_secret(store.keep)
    shop.runtime.run(register_key, actor=SYSTEM_ACTOR, signer=signer)
    shop.runtime.factory.signer = signer
    return shop


def _faults(shop: Shop) -> list[str]:
    return [f.what for f in shop.runtime.ask(verify_chains)]


def _broken(shop: Shop) -> set[str]:
    return {r.name for r in shop.runtime.ask(verify_database) if not r.holds}


def test_closes_are_signed_at_once_and_everything_every_fifty_entries(signed: Shop) -> None:
    for number in range(SIGN_EVERY + 3):
        with signed.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
            note(uow, kind="shift.closed" if number == 1 else "test", payload={})
    found = rows(signed, journal, journal.c.signature.is_not(None))
    assert {r.kind for r in found} == {"journal.key_made", "shift.closed", "test"}
    assert [r.seq % SIGN_EVERY for r in found if r.kind == "test"] == [0]
    assert _broken(signed) == set()


def test_a_signature_is_of_the_entry_and_nothing_else(signed: Shop) -> None:
    (row,) = rows(signed, journal, journal.c.kind == "journal.key_made")
    (known,) = signed.runtime.ask(list_keys)
    assert row.signed_by == known.fingerprint == fingerprint_of(known.public_key)
    for change in (
        {"signature": "0" * 128}, {"signature": None}, {"signed_by": "0" * 64},
        {"signature": None, "signed_by": None},
    ):  # fmt: skip
        assert _tampered(signed, update(journal).where(journal.c.seq == row.seq, journal.c.chain == "office")
                         .values(change))  # fmt: skip


def _tampered(shop: Shop, statement: object) -> bool:
    factory = shop.runtime.factory
    with pytest.raises(ZeroDivisionError), factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(statement)  # type: ignore[call-overload]
        assert verify_chains(uow.connection)
        raise ZeroDivisionError
    return True


def test_a_new_key_follows_the_old_one_whose_signatures_still_hold(
    signed: Shop, store: Store, clock: SteadyClock
) -> None:
    factory = signed.runtime.factory
    clock.advance(hours=1)
    old = factory.signer
    assert old is not None
    new = make_secret(store.keep)
    signed.runtime.run(roll_key, actor=signed.actor("manager"), signer=new)
    factory.signer = new
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        note(uow, kind="shift.closed", payload={})
    by_kind = {r.kind: r.signed_by for r in rows(signed, journal, journal.c.signature.is_not(None))}
    assert by_kind["journal.key_rolled"] == old.fingerprint
    assert by_kind["journal.key_made"] == by_kind["shift.closed"] == new.fingerprint
    assert _broken(signed) == set()
    found = {k.fingerprint: k for k in signed.runtime.ask(list_keys)}
    assert found[old.fingerprint].followed_by == new.fingerprint
    assert found[new.fingerprint].retired_at is None
    again = signed.runtime.ask(own_signer, find=store.find)
    assert again is not None
    assert again.fingerprint == new.fingerprint


def test_an_old_key_signs_nothing_after_it_was_given_up(
    signed: Shop, store: Store, clock: SteadyClock
) -> None:
    factory = signed.runtime.factory
    signed.runtime.run(roll_key, actor=signed.actor("manager"), signer=make_secret(store.keep))
    clock.advance(hours=1)
    with factory.begin(actor=SYSTEM_ACTOR) as uow:
        note(uow, kind="shift.closed", payload={})  # the factory still has the old one
    assert _faults(signed) == ["signed by a key that was not in use"]


def test_a_strange_key_is_told(signed: Shop) -> None:
    signed.runtime.factory.signer = KeySigner(new_secret())
    with signed.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        note(uow, kind="shift.closed", payload={})
    assert _faults(signed) == ["signed by a key that is not known"]


def test_whatever_is_not_signed_yet_is_signed_when_asked(signed: Shop) -> None:
    signed.open_shift()
    assert signed.runtime.run(sign_chains, actor=signed.actor("manager")) == 1
    assert signed.runtime.run(sign_chains, actor=signed.actor("manager")) == 0
    faults, ends = signed.runtime.ask(chain_ends)
    assert faults == []
    assert all(end.seq == end.signed_seq for end in ends.values() if end.seq)


def test_without_a_key_nothing_is_signed_and_that_is_said(shop: Shop) -> None:
    with pytest.raises(NoKeyError):
        shop.runtime.run(sign_chains, actor=shop.actor("manager"))
    with pytest.raises(NoKeyError):
        shop.runtime.run(roll_key, actor=shop.actor("manager"), signer=KeySigner(new_secret()))
    assert rows(shop, journal, journal.c.signature.is_not(None)) == []


def test_the_private_half_is_in_no_table(signed: Shop, store: Store) -> None:
    (secret,) = store.kept.values()
    assert list(store.kept) == [KEPT_AS + KeySigner(secret).fingerprint]
    with signed.runtime.factory.read() as connection:
        told = [str(tuple(r)) for t in (journal, journal_key) for r in connection.execute(select(t))]
    assert not any(secret in text for text in told)


def test_signatures_of_garbage_are_refused_not_raised() -> None:
    signer = KeySigner(new_secret())
    assert is_signed_by(signer.public_key, b"a", signer.sign(b"a"))
    assert not is_signed_by(signer.public_key, b"b", signer.sign(b"a"))
    assert not is_signed_by("zz", b"a", "00")
    assert fingerprint_of("abc") == fingerprint_of("00") == ""
    assert short_print("0123456789abcdef" * 4) == "0123 4567 89AB CDEF"
