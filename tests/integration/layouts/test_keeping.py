"""Layouts are kept as versions: the newest is in use, none is lost, and a store may have its own."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from app.devices.paper import Logo
from app.documents.build import build_paper
from app.documents.letter_settings import save_letter_settings
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.layouts.kinds import LayoutKind, PartKind
from app.layouts.operations import reset_layout, restore_layout, save_layout
from app.layouts.queries import NoSuchLayoutError, get_layout, has_own_layout, list_versions
from app.layouts.rules import DEFAULT_PARTS, DocumentLayout, MissingPartError, Part, ReceiptLayout
from app.organisation.queries import list_stores
from app.printing.queries import list_jobs
from drivers.printer.escpos_format import EscposFormat
from drivers.printer.render_text import render_text
from tests.factories.shop import Shop

OURS = ReceiptLayout((Part(PartKind.TEXT, "Fair\x1bp  trade", bold=True), *DEFAULT_PARTS))
RECEIPT = LayoutKind.RECEIPT


def keep(shop: Shop, layout: ReceiptLayout, store: str = "") -> int:
    version: int = shop.runtime.run(save_layout, actor=SYSTEM_ACTOR, kind=RECEIPT, layout=layout, store=store)
    return version


def test_the_newest_version_is_in_use_and_every_other_is_kept(shop: Shop) -> None:
    assert get_layout_of(shop) == ReceiptLayout()
    assert keep(shop, OURS) == 1
    assert keep(shop, replace(OURS, sku=True)) == 2
    assert get_layout_of(shop) == replace(clean(OURS), sku=True)
    shop.runtime.run(restore_layout, actor=SYSTEM_ACTOR, kind=RECEIPT, version=1)
    assert get_layout_of(shop) == clean(OURS)
    shop.runtime.run(reset_layout, actor=SYSTEM_ACTOR, kind=RECEIPT)
    assert get_layout_of(shop) == ReceiptLayout()
    versions = shop.runtime.ask(list_versions, kind=RECEIPT)
    assert [(v.version, v.layout is None) for v in versions] == [
        (4, True),
        (3, False),
        (2, False),
        (1, False),
    ]


def test_a_store_has_its_own_until_it_goes_back_to_the_shops(shop: Shop) -> None:
    store = shop.runtime.ask(list_stores)[0].code
    keep(shop, replace(OURS, sku=True))
    keep(shop, replace(OURS, notes=False), store)
    assert get_layout_of(shop, store) == replace(clean(OURS), notes=False)
    assert get_layout_of(shop, "elsewhere") == replace(clean(OURS), sku=True)
    assert shop.runtime.ask(has_own_layout, kind=RECEIPT, store=store)
    shop.runtime.run(reset_layout, actor=SYSTEM_ACTOR, kind=RECEIPT, store=store)
    assert get_layout_of(shop, store) == replace(clean(OURS), sku=True)


def test_what_must_stand_there_cannot_be_taken_out_nor_a_version_be_made_up(shop: Shop) -> None:
    with pytest.raises(MissingPartError):
        keep(shop, ReceiptLayout(tuple(p for p in DEFAULT_PARTS if p.kind is not PartKind.TAXES)))
    with pytest.raises(NoSuchLayoutError):
        shop.runtime.run(restore_layout, actor=SYSTEM_ACTOR, kind=RECEIPT, version=7)
    with pytest.raises(PermissionNeededError):
        shop.runtime.run(save_layout, actor=shop.actor(), kind=RECEIPT, layout=OURS)
    assert shop.runtime.ask(list_versions, kind=RECEIPT) == []


def test_the_next_receipt_has_the_layout_of_its_store(shop: Shop) -> None:
    shift = shop.open_shift()
    own = replace(OURS, parts=(*OURS.parts, Part(PartKind.QR, "https://shop.example/{number}")), sku=True)
    keep(shop, own, shop.context().till.store_code)
    sold = shop.sell(shop.cart("MILK"), shift)
    job = next(j for j in shop.runtime.ask(list_jobs, station="T01") if j.kind == "receipt")
    text = render_text(shop.runtime.ask(build_paper, job=job))
    assert text.splitlines()[0].strip() == "Fair p trade"
    assert "  MILK" in text
    assert f"https://shop.example/{sold.number}" in text


def get_layout_of(shop: Shop, store: str = "") -> ReceiptLayout | DocumentLayout:
    found: ReceiptLayout | DocumentLayout = shop.runtime.ask(get_layout, kind=RECEIPT, store=store)
    return found


def clean(layout: ReceiptLayout) -> ReceiptLayout:
    """What a control character becomes."""
    first = replace(layout.parts[0], text="Fair p trade")
    return replace(layout, parts=(first, *layout.parts[1:]))


def test_the_logo_of_the_letters_is_printed_as_dots_on_the_receipt(shop: Shop) -> None:
    file = io.BytesIO()
    Image.new("RGB", (600, 60), "black").save(file, "PNG")
    shop.runtime.run(save_letter_settings, actor=SYSTEM_ACTOR, iban="", bic="", logo=file.getvalue())
    shift = shop.open_shift()
    shop.sell(shop.cart("MILK"), shift)
    job = next(j for j in shop.runtime.ask(list_jobs, station="T01") if j.kind == "receipt")
    plain = shop.runtime.ask(build_paper, job=job)
    assert not any(isinstance(block, Logo) for block in plain.blocks)
    keep(shop, ReceiptLayout((Part(PartKind.LOGO), *DEFAULT_PARTS)))
    paper = shop.runtime.ask(build_paper, job=job)
    assert isinstance(paper.blocks[0], Logo)
    raster = b"\x1dv0\x00"
    assert raster not in EscposFormat().job(plain)
    assert raster in EscposFormat(columns=32).job(paper)
