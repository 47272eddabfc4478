"""bank import FILE, bank match, bank reconcile: statements in, sure lines booked, figures compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app.kernel.refusal import Refusal
from cli import exits
from cli.commands import existing_shop
from cli.output import ProgressBar, table

if TYPE_CHECKING:
    from cli.main import Call
    from cli.opening import OpenShop


class StatementNotReadError(Refusal):
    """The file is not there."""

    message = "{path} cannot be read: {detail}"


class UnknownBankAccountError(Refusal):
    """No bank account of that name or number."""

    message = "There is no bank account {name}. Enter it in the window first: Bank, Accounts."


def run(call: Call) -> int:
    """Do what was asked."""
    action = {"import": _import, "match": _match, "reconcile": _reconcile}[call.options.action]
    shop = existing_shop(call)
    try:
        return action(call, shop)
    finally:
        shop.close()


def _account(shop: OpenShop, name: str | None) -> int | None:
    from app.banking.queries import list_bank_accounts
    from app.banking.reading.model import account_number

    if name is None:
        return None
    for found in shop.runtime.ask(list_bank_accounts):
        if name == found.name or account_number(name) == found.number:
            return found.id
    raise UnknownBankAccountError(name=name)


def _import(call: Call, shop: OpenShop) -> int:
    """Keep the statements of a file."""
    from app.banking.operations.imports import import_statements
    from app.banking.queries import get_bank_account, get_profile
    from app.banking.reading.read import read_statements
    from app.kernel.permission import SYSTEM_ACTOR

    options = call.options
    if options.file is None:
        raise StatementNotReadError(path="-", detail="name the file")
    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise StatementNotReadError(path=options.file, detail=error.strerror) from error
    profile = shop.runtime.ask(get_profile, name=options.profile) if options.profile else None
    account_id = _account(shop, options.account)
    currency = shop.runtime.ask(get_bank_account, account_id=account_id).currency if account_id else ""
    made = shop.runtime.run(
        import_statements, actor=SYSTEM_ACTOR, content=content, name=options.file.name,
        account_id=account_id, profile=profile,
        statements=read_statements(content, profile=profile, currency=currency),
    )  # fmt: skip
    for kept in made.statements:
        proof = "balances proven" if kept.proven else "no balances to prove"
        call.output.say(
            f"{kept.account_name}, statement {kept.number or '-'}: {kept.new} new lines, "
            f"{kept.known} known, {proof}."
        )
        if kept.gap is not None:
            call.output.say(f"  {kept.gap.sentence(kept.currency)}")
    call.output.give(
        format=made.format.value, new=made.new, known=made.known,
        statements=[
            {
                "account": k.account, "number": k.number, "new": k.new, "known": k.known,
                "opening_minor": k.opening_minor, "closing_minor": k.closing_minor, "proven": k.proven,
                "currency": k.currency,
                "missing_before": k.gap.sentence(k.currency) if k.gap else None,
            }
            for k in made.statements
        ],
    )  # fmt: skip
    return exits.OK


def _match(call: Call, shop: OpenShop) -> int:
    """Book what is sure; 1 when a booking was refused."""
    from app.banking.run import match_open_lines
    from app.kernel.permission import SYSTEM_ACTOR

    found = match_open_lines(
        shop.runtime, actor=SYSTEM_ACTOR, account_id=_account(shop, call.options.account),
        progress=ProgressBar("Matching", call.output),
    )  # fmt: skip
    call.output.say(
        f"{found.booked} of {found.looked_at} lines booked, {found.suggested} with suggestions, "
        f"{found.unknown} unknown, {len(found.refused)} refused."
    )
    for line_id, refusal in found.refused[:20]:
        call.output.say(f"  line {line_id}: {refusal}")
    call.output.give(
        looked_at=found.looked_at, booked=found.booked, booked_minor=found.booked_minor,
        suggested=found.suggested, unknown=found.unknown,
        refused=[{"line": i, "message": str(r)} for i, r in found.refused],
    )  # fmt: skip
    return exits.REFUSED if found.refused else exits.OK


def _reconcile(call: Call, shop: OpenShop) -> int:
    """Compare the figures; 1 when one differs by something nobody can explain."""
    from app.kernel.money import Money
    from app.organisation.queries import get_company
    from app.reporting.reconcile import reconcile

    found = shop.runtime.ask(reconcile)
    currency = shop.runtime.ask(get_company).currency

    def money(minor: int) -> str:
        return str(Money(minor, currency))

    rows: list[tuple[str, ...]] = [("figure", "records", "ledger", "difference", "unexplained")]
    rows += [
        (f"{f.kind.value} {f.name}".strip(), money(f.told_minor), money(f.ledger_minor),
         money(f.difference_minor), money(f.unexplained_minor))
        for f in found
    ]  # fmt: skip
    for shown in table(rows):
        call.output.say(shown)
    for figure in found:
        for item in figure.items:
            day = item.on.isoformat() if item.on else ""
            words = " ".join(x for x in (item.kind.value, day, item.text) if x)
            call.output.say(f"  {figure.kind.value}: {money(item.amount_minor)} {words}")
    call.output.give(currency=currency, figures=[_plain(f) for f in found])
    return exits.REFUSED if any(f.unexplained_minor for f in found) else exits.OK


def _plain(figure: Any) -> dict[str, object]:
    return {
        "kind": figure.kind.value, "name": figure.name, "records_minor": figure.told_minor,
        "ledger_minor": figure.ledger_minor, "difference_minor": figure.difference_minor,
        "unexplained_minor": figure.unexplained_minor, "agrees": figure.agrees,
        "items": [
            {"kind": i.kind.value, "amount_minor": i.amount_minor, "text": i.text, "on": i.on}
            for i in figure.items
        ],
    }  # fmt: skip
