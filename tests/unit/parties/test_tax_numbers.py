"""VAT numbers are proven by the rule of their country."""

from __future__ import annotations

import pytest

from app.parties.rules import TaxNumberError, check_tax_number


@pytest.mark.parametrize(
    ("typed", "country", "kept"),
    [
        ("DE 136,695 976", "DE", "DE136695976"),
        ("136695976", "DE", "DE136695976"),
        ("de136695976", "", "DE136695976"),
        ("EL 094259216", "GR", "EL094259216"),
        ("ATU13585627", "AT", "ATU13585627"),
        ("FR 40 303 265 045", "DE", "FR40303265045"),  # a branch in another country
        ("GB 980 7806 84", "GB", "980780684"),
        ("12-345", "US", "12-345"),  # no rule is known: as it was typed
        ("12/345/67890", "", "12/345/67890"),
        ("", "DE", ""),
    ],
)
def test_a_right_number_is_kept_in_its_plain_form(typed: str, country: str, kept: str) -> None:
    assert check_tax_number(typed, country) == kept


@pytest.mark.parametrize(
    ("typed", "country", "named"),
    [("DE136695978", "DE", "DE"), ("136695978", "DE", "DE"), ("EL094259217", "", "GR"), ("FR1", "US", "FR")],
)
def test_a_wrong_number_is_refused_with_its_country(typed: str, country: str, named: str) -> None:
    with pytest.raises(TaxNumberError) as refused:
        check_tax_number(typed, country)
    assert f"no VAT number of {named}" in str(refused.value)
