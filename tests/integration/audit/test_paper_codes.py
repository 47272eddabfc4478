"""What stands on paper, and on a drive outside, tells whether the journal is still the one of that day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from app.audit.codes import SIGN_RECEIPTS, NotACodeError, check_code, read_code
from app.audit.keys import make_secret, register_key
from app.audit.queries import unlike_witness
from app.audit.tables import journal
from app.devices.fiscal import FiscalAddressError, FiscalEntry, FiscalError
from app.devices.paper import Columns, QrCode
from app.documents.build import build_paper, receipt_of_sale
from app.flows.fiscal import FiscalFlow
from app.kernel.events import EventBus
from app.kernel.permission import SYSTEM_ACTOR
from app.organisation.operations import save_setting
from app.printing.queries import list_jobs
from app.runtime.lanes import Lanes
from app.till.queries import get_sale
from drivers.fiscal.journal_file import JournalFile, open_fiscal
from tests.factories.shop import Shop
from tests.integration.till.helpers import close


@pytest.fixture
def signed(shop: Shop) -> Shop:
    """A shop that signs each receipt."""
    signer = make_secret(lambda _name, _secret: True)
    shop.runtime.run(register_key, actor=SYSTEM_ACTOR, signer=signer)
    shop.runtime.factory.signer = signer
    shop.runtime.run(save_setting, actor=SYSTEM_ACTOR, name=SIGN_RECEIPTS, value=True)
    return shop


def _code(shop: Shop, sale_id: int) -> str:
    paper = shop.runtime.ask(lambda c: receipt_of_sale(c, get_sale(c, sale_id=sale_id)))
    (code,) = [b.data for b in paper.blocks if isinstance(b, QrCode)] or [""]
    return code


def test_a_receipt_bears_its_signed_place_in_the_journal(signed: Shop) -> None:
    made = signed.sell(signed.cart("COFFEE"), signed.open_shift())
    code = read_code(_code(signed, made.sale_id))
    signer = signed.runtime.factory.signer
    assert signer is not None
    assert (code.number, code.amount_minor, code.chain) == (made.number, 1290, "T01")
    assert code.fingerprint == signer.fingerprint
    assert signed.runtime.ask(check_code, text=code.text) == ""
    assert "amount" in signed.runtime.ask(check_code, text=code.text.replace(";1290;", ";1190;"))
    turned = code.text[:-1] + ("0" if code.text[-1] != "0" else "1")
    assert "signature" in signed.runtime.ask(check_code, text=turned)
    with signed.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(update(journal).where(journal.c.seq == code.seq).values(hash="0" * 64))
    assert "written anew" in signed.runtime.ask(check_code, text=code.text)
    with signed.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(delete(journal).where(journal.c.seq == code.seq, journal.c.chain == "T01"))
    assert "cut off" in signed.runtime.ask(check_code, text=code.text)


def test_without_the_setting_a_receipt_has_no_code_and_no_signature(shop: Shop) -> None:
    made = shop.sell(shop.cart("COFFEE"), shop.open_shift())
    assert _code(shop, made.sale_id) == ""
    for other in ("", "4012345678901", "TAKINGS1;a;b;c;x;T01:1;h;f;s"):
        with pytest.raises(NotACodeError):
            read_code(other)


def test_a_z_report_bears_the_key_and_the_whole_hash(signed: Shop) -> None:
    shift = signed.open_shift()
    signed.sell(signed.cart("MILK"), shift)
    close(signed, shift)
    (job,) = [j for j in signed.runtime.ask(list_jobs, station="T01") if j.kind == "z_report"]
    paper = signed.runtime.ask(build_paper, job=job)
    (code,) = [read_code(b.data) for b in paper.blocks if isinstance(b, QrCode)]
    assert signed.runtime.ask(check_code, text=code.text) == ""
    assert code.signature
    assert any(isinstance(b, Columns) and b.left == "Key" for b in paper.blocks)


def _flow(shop: Shop, path: Path) -> FiscalFlow:
    return FiscalFlow(
        shop.runtime, Lanes({"devices": 5}), EventBus(print), station="T01", url="",
        open_device=lambda _url: JournalFile(path),
    )  # fmt: skip


def test_a_witness_outside_has_every_entry_once_and_finds_a_journal_written_anew(
    signed: Shop, tmp_path: Path
) -> None:
    path = tmp_path / "journal.jsonl"
    shift = signed.open_shift()
    signed.sell(signed.cart("MILK"), shift)
    assert _flow(signed, path).hand_over() > 0
    signed.sell(signed.cart("WINE"), shift)
    path.write_bytes(path.read_bytes() + b'{"chain":"T01","se')  # the power went
    flow = _flow(signed, path)
    flow.hand_over()
    assert flow.hand_over() == 0
    lines = path.read_text().splitlines()
    assert [json.loads(x)["seq"] for x in lines] == list(range(1, len(lines) + 1))
    assert signed.runtime.ask(unlike_witness, lines=lines) == []
    with signed.runtime.factory.begin(actor=SYSTEM_ACTOR) as uow:
        uow.connection.execute(delete(journal).where(journal.c.chain == "T01", journal.c.seq == len(lines)))
    (fault,) = signed.runtime.ask(unlike_witness, lines=lines)
    assert (fault.seq, fault.what) == (len(lines), "entry cut off")


def test_a_drive_that_is_not_there_holds_up_nothing(shop: Shop, tmp_path: Path) -> None:
    away = tmp_path / "away" / "journal.jsonl"
    shop.open_shift()
    flow = _flow(shop, away)
    assert flow.hand_over() == 0
    with pytest.raises(FiscalError):
        JournalFile(away).record([FiscalEntry("T01", 1, "x", "{}")])
    away.parent.mkdir()
    assert flow.hand_over() > 0


def test_addresses_of_fiscal_devices() -> None:
    assert open_fiscal("none:") is None
    assert open_fiscal("") is None
    assert isinstance(open_fiscal("file:/media/usb/journal.jsonl"), JournalFile)
    for bad in ("file:relative.jsonl", "tse:com1"):
        with pytest.raises(FiscalAddressError):
            open_fiscal(bad)
