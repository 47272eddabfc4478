"""The accounting commands on a demo shop."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.main import main


@pytest.fixture
def ask(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """A command of this process; its code and its JSON."""

    def call(*arguments: str | Path) -> tuple[int, dict[str, Any]]:
        capsys.readouterr()
        code = main(["--data-dir", str(data_dir), "accounting", *(str(a) for a in arguments), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return call


def test_the_demo_shops_books_balance_and_its_taxes_are_tied(ask: Any) -> None:
    code, found = ask("trial-balance", "--since", "2020-01-01")
    assert (code, found["difference_minor"]) == (0, 0)
    assert found["debit_minor"] == found["credit_minor"] > 0
    code, sheet = ask("statements", "--since", "2020-01-01")
    assert (code, sheet["assets_minor"]) == (0, sheet["claims_minor"])
    code, tax = ask("tax-report", "--since", "2020-01-01")
    assert (code, tax["difference_minor"]) == (0, 0)
    assert tax["rates"]
    code, figures = ask("figures")
    assert code == 0
    assert len(figures["weeks"]) == 13


def test_the_journal_is_written_in_each_layout_with_the_same_sums(ask: Any, tmp_path: Path) -> None:
    sums = set()
    for layout in ("csv", "datev", "saft"):
        path = tmp_path / f"journal.{layout}"
        code, found = ask("journal-export", path, "--format", layout, "--since", "2020-01-01")
        assert code == 0
        assert path.stat().st_size > 1000
        sums.add((found["debit_minor"], found["credit_minor"]))
    assert len(sums) == 1
    code, refused = ask("journal-export")
    assert (code, refused["error"]) == (1, "FileMissing")


def test_a_chart_and_invoices_of_another_program_are_read_in(ask: Any, tmp_path: Path) -> None:
    chart = tmp_path / "chart.csv"
    chart.write_text("code;name;kind;roles\n1210;Bank two;asset;bank\n", encoding="utf-8")
    assert ask("import-chart", chart)[1]["moved"] == 1
    invoices = tmp_path / "open.csv"
    invoices.write_text(
        "customer;number;date;due;amount\nK77;R1;2024-01-02;2024-02-01;119,00\n", encoding="utf-8"
    )
    assert ask("import-receivables", invoices)[1]["amount_minor"] == 11_900
    code, refused = ask("import-chart", tmp_path / "nothing.csv")
    assert (code, refused["error"]) == (1, "FileMissing")
