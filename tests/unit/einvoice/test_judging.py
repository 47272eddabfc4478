"""The process of the rules: it answers, it may die, and each failure names the field to mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.einvoice.findings import Finding, Mend, distinct, is_valid, mend_of
from app.einvoice.formats import Format
from app.einvoice.judging import JudgeProcess
from app.einvoice.refusals import JudgeFailedError, RulesMissingError
from app.einvoice.rulebook import Rulebook, rules_of

OWN = Path(__file__).resolve().parents[2] / "vectors" / "einvoices"
GOOD = (OWN / "Z.peppol.xml").read_bytes()


@pytest.fixture
def process() -> Iterator[JudgeProcess]:
    made = JudgeProcess()
    yield made
    made.close()


def test_the_process_answers_and_is_started_again_when_it_died(process: JudgeProcess):
    assert process.judge(GOOD, Format.PEPPOL) == []
    running = process._process
    assert running is not None
    running.kill()
    running.wait()
    bad = GOOD.replace(b"<cbc:BuyerReference>PO-77</cbc:BuyerReference>", b"").replace(b"SO-1001", b"")
    found = process.judge(bad, Format.PEPPOL)
    assert "PEPPOL-EN16931-R008" in {f.rule for f in found}
    assert not is_valid(found)


def test_no_answer_is_a_sentence_and_the_next_question_is_answered(process: JudgeProcess):
    process._timeout = 0.0
    with pytest.raises(JudgeFailedError, match="gave no answer"):
        process.judge(GOOD, Format.PEPPOL)
    process._timeout = 60.0
    assert process.judge(GOOD, Format.EN16931_UBL) == []


def test_an_idle_process_ends_by_itself():
    process = JudgeProcess(idle=0.01)
    assert process.judge(GOOD, Format.EN16931_UBL) == []
    rest = process._rest
    assert rest is not None
    rest.join()
    assert process._process is None


def test_what_cannot_be_judged_is_refused_by_its_reason(process: JudgeProcess):
    with pytest.raises(JudgeFailedError, match="DOCTYPE"):
        process.judge(b"<!DOCTYPE a><a/>", Format.PEPPOL)


def test_rules_that_are_not_installed_are_told_by_name():
    with pytest.raises(RulesMissingError, match="no_such_package"):
        Rulebook("cen", "no_such_package", "x.xsl").path()
    with pytest.raises(RulesMissingError, match="facturx: gone"):
        Rulebook("cen", "facturx", "gone.xsl").path()


@pytest.mark.parametrize("form", list(Format))
def test_every_format_has_a_schema_the_norms_rules_and_its_own(form: Format):
    books = rules_of(form, credit_note=False)
    assert all(book.path().is_file() for book in books)
    assert [b.layer for b in books[:2]] == ["xsd", "cen"]
    assert len(books) == (2 if form in (Format.EN16931_UBL, Format.EN16931_CII) else 3)


@pytest.mark.parametrize(
    ("rule", "place", "mend"),
    [
        ("PEPPOL-EN16931-R010", "", Mend.PARTY_ENDPOINT), ("PEPPOL-EN16931-R020", "", Mend.COMPANY_ENDPOINT),
        ("PEPPOL-EN16931-R003", "", Mend.BUYER_REFERENCE), ("BR-DE-15", "", Mend.BUYER_REFERENCE),
        ("BR-DE-1", "", Mend.IBAN), ("BR-DE-5", "", Mend.COMPANY_CONTACT),
        ("BR-DE-4", "", Mend.COMPANY_ADDRESS), ("BR-DE-9", "", Mend.PARTY_ADDRESS),
        ("BR-S-02", "", Mend.COMPANY_VAT), ("BR-IC-02", "", Mend.PARTY_VAT),
        ("BR-IC-12", "", Mend.DELIVERY), ("BR-E-10", "", Mend.EXEMPTION),
        ("BR-O-11", "", Mend.TAX_CATEGORY), ("BR-CO-25", "", Mend.DUE_DATE),
        ("BR-CO-16", "", Mend.FIGURES), ("PEPPOL-EN16931-R120", "", Mend.FIGURES),
        ("PEPPOL-COMMON-R042", "/Invoice/AccountingCustomerParty/Party/EndpointID", Mend.PARTY_ENDPOINT),
        ("BR-CL-14", "/Invoice/AccountingSupplierParty/Party/PostalAddress", Mend.COMPANY_ADDRESS),
        ("BR-99", "/Invoice/cbc:ID", Mend.NOTHING),
    ],
)  # fmt: skip
def test_a_rule_names_the_field_that_mends_it(rule: str, place: str, mend: Mend):
    assert mend_of(rule, place) is mend


def test_what_two_layers_say_alike_is_said_once_and_the_fatal_first():
    advice = Finding("cen", "BR-1", "warning", "mild", "/a")
    twice = [Finding("cen", "BR-2", "fatal", "bad", "/a"), Finding("peppol", "BR-2", "fatal", "bad", "/a")]
    assert [f.rule for f in distinct([advice, *twice])] == ["BR-2", "BR-1"]
