"""The archive of a period proves itself, and names what was changed in it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from app.archive.checking import Checked, NotAnArchiveError, check_archive
from app.archive.writing import ArchiveExistsError, NothingToArchiveError, write_archive
from app.audit.keys import NoKeyError, make_secret, register_key, sign_chains
from app.audit.signatures import KeySigner, new_secret
from app.documents.operations import print_invoice
from app.invoicing.operations.settle import take_back_payment
from tests.factories.shop import TODAY
from tests.integration.collections.conftest import Late, late

__all__ = ["late"]  # the fixture


@pytest.fixture
def traded(late: Late) -> Late:
    """An invoice with its paper, a payment, a sale; signed to the end."""
    signer = make_secret(lambda _name, _secret: True)
    late.run(register_key, signer=signer)
    late.trade.shop.runtime.factory.signer = signer
    bill = late.bill(("COFFEE", 10))
    late.run(print_invoice, invoice_id=bill.invoice_id)
    late.pay(1000)
    shop = late.trade.shop
    shop.sell(shop.cart("COFFEE", ("MILK", 2000)), shop.open_shift(), ("cash", 2000))
    return late


def _write(late: Late, path: Path) -> str:
    factory = late.trade.shop.runtime.factory
    late.run(sign_chains)
    made = late.ask(
        write_archive, since=TODAY, until=TODAY, path=path, signer=factory.signer, now=factory.clock()
    )
    return str(made.fingerprint)


def _rewritten(source: Path, target: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The archive with files changed (or left out, by None)."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return target


def test_an_archive_holds_documents_papers_and_journal_and_proves_itself(
    traded: Late, tmp_path: Path
) -> None:
    fingerprint = _write(traded, tmp_path / "march.zip")
    found = check_archive(tmp_path / "march.zip", fingerprint=fingerprint[:16].upper())
    assert found.faults == ()
    assert found.company == "Corner Shop Ltd"
    assert found.documents > 10
    with zipfile.ZipFile(tmp_path / "march.zip") as packed:
        names = set(packed.namelist())
        (number,) = [n.removeprefix("papers/").removesuffix(".pdf") for n in names if n.endswith(".pdf")]
        lines = packed.read("csv/invoice/invoice_line.csv").decode("utf-8-sig").splitlines()
        sales = [json.loads(x) for x in packed.read("data/sale.jsonl").splitlines()]
    assert number.startswith("INV-")
    assert len(lines) == 2
    assert len(sales) == 1
    assert {"data/ledger.jsonl", "data/customer_payment.jsonl", "keys.jsonl", "manifest.sig"} <= names
    with pytest.raises(ArchiveExistsError):
        _write(traded, tmp_path / "march.zip")


def test_what_was_changed_in_it_is_named(traded: Late, tmp_path: Path) -> None:
    path = tmp_path / "march.zip"
    _write(traded, path)

    def check(change: Callable[[str, bytes], bytes | None]) -> str:
        return "; ".join(check_archive(_rewritten(path, tmp_path / f"{uuid4()}.zip", change)).faults)

    def one(name: str, old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
        return lambda found, content: content.replace(old, new, 1) if found == name else content

    said = check(one("data/sale.jsonl", b'"gross_minor":1528', b'"gross_minor":1428'))
    assert "data/sale.jsonl is not the file that was written" in said
    assert "sale" in said
    assert "rows are not as they were written" in said
    assert "entry changed" in check(one("journal.jsonl", b"sale.completed", b"sale.complete"))
    assert "signature of the manifest does not fit" in check(one("manifest.json", b"Corner", b"Korner"))
    without = check(lambda name, content: None if name.startswith("papers/") else content)
    assert without.endswith(".pdf is missing")
    assert "cut off" in check(
        lambda name, content: (
            b"".join(content.splitlines(keepends=True)[:-1]) if name == "journal.jsonl" else content
        )
    )


def test_an_archive_of_a_stranger_is_not_believed(traded: Late, tmp_path: Path) -> None:
    _write(traded, tmp_path / "a.zip")
    found = check_archive(tmp_path / "a.zip", fingerprint=KeySigner(new_secret()).fingerprint)
    assert len(found.faults) == 1
    assert "another key" in found.faults[0]


def test_what_changed_lawfully_afterwards_is_told_and_no_fault(traded: Late, tmp_path: Path) -> None:
    paid = traded.pay(500)
    traded.wait(1)
    traded.run(take_back_payment, payment_id=paid.payment_id, reason="bounced")
    _write(traded, tmp_path / "a.zip")
    found: Checked = check_archive(tmp_path / "a.zip")
    assert found.faults == ()
    assert found.changed_later > 0


def test_there_has_to_be_something_and_a_key(traded: Late, tmp_path: Path) -> None:
    past = TODAY - timedelta(days=400)
    factory = traded.trade.shop.runtime.factory
    wanted = {"path": tmp_path / "a.zip", "now": factory.clock(), "since": past, "until": past}
    with pytest.raises(NothingToArchiveError):
        traded.ask(write_archive, signer=factory.signer, **wanted)
    with pytest.raises(NoKeyError):
        traded.ask(write_archive, signer=None, **wanted)
    assert list(tmp_path.glob("a.zip*")) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04rubbish", b"<html>"], ids=["empty", "cut", "other"])
def test_another_file_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(NotAnArchiveError):
        check_archive(tmp_path / "x.zip")
