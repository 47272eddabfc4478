"""Archives, keys and the witness, as processes of their own."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_invoice_pdf import Takings, billed

__all__ = ["billed"]


def test_an_archive_is_written_and_checked_and_the_key_rolled_over(billed: Takings, tmp_path: Path) -> None:
    assert "no key yet" in billed("keys").out
    file = tmp_path / "march.zip"
    made = billed("archive", "export", file, "--since", "2026-03-01", "--until", "2026-03-31")
    assert made.code == 0, made.err
    key = billed("keys", "--json").json["keys"][0]["fingerprint"]
    assert key in made.out
    found = billed("archive", "verify", file, "--fingerprint", key[:16], "--json")
    assert (found.code, found.json["holds"]) == (0, True)
    other = billed("archive", "verify", file, "--fingerprint", "0" * 16)
    assert other.code == 1
    assert "another key" in other.out
    rolled = billed("keys", "roll", "--json").json["keys"]
    assert [k["retired_at"] is None for k in rolled] == [True, False]
    told = billed("verify", "--json")
    assert (told.code, told.json["holds"], len(told.json["keys"])) == (0, True, 2)


def test_a_witness_and_a_code_that_are_none_are_told(billed: Takings, tmp_path: Path) -> None:
    witness = tmp_path / "journal.jsonl"
    witness.write_text('{"chain":"office","seq":1,"hash":"0"}\n')
    told = billed("verify", "--witness", witness)
    assert told.code == 1
    assert "journal of office, entry 1: entry written anew" in told.out
    assert billed("keys", "check", "4012345678901").code == 1
