"""The command that tells a customer's account, as a process of its own."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_invoice_pdf import Takings, billed

__all__ = ["billed"]


def test_a_statement_is_told_written_and_given_to_programs(billed: Takings, tmp_path: Path) -> None:
    file = tmp_path / "statement.pdf"
    told = billed("statement", "c0001", file, "--since", "2026-03-01", "--until", "2026-03-31")
    assert told.code == 0, told.err
    assert told.out.splitlines()[0] == "2026-03-01  opening balance  0.00 EUR"
    assert "INV-2026-000001" in told.out.splitlines()[1]
    assert told.out.splitlines()[2] == "2026-03-31  closing balance  11.90 EUR"
    assert file.read_bytes().startswith(b"%PDF")
    account = billed("statement", "C0001", "--since", "2026-03-03", "--until", "2026-03-31", "--json").json
    assert [(a["opening_minor"], a["closing_minor"], a["lines"]) for a in account["accounts"]] == [
        (1190, 1190, [])
    ]
    still = billed("statement", "C0001", "--open", "--until", "2026-03-31", "--json").json["accounts"][0]
    assert (len(still["lines"]), still["closing_minor"]) == (1, 1190)
    nobody = billed("statement", "C9", "--json")
    assert (nobody.code, nobody.json["error"]) == (1, "UnknownCustomerError")
