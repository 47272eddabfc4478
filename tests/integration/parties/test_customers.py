"""Customers: made, changed, found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.db.errors import ChangedElsewhereError
from app.db.unit_of_work import UnitOfWorkFactory
from app.kernel.permission import SYSTEM_ACTOR, PermissionNeededError
from app.kernel.refusal import Refusal
from app.kernel.text import TextTooLongError
from app.parties.events import CustomerChanged
from app.parties.operations import (
    CustomerNumberTakenError,
    DuplicateCustomerError,
    SavedCustomer,
    create_customer,
    set_customer_active,
    update_customer,
)
from app.parties.queries import (
    NoSuchCustomerError,
    count_customers,
    find_customer,
    get_customer,
    search_customers,
)
from app.parties.rules import (
    CreditLimitRangeError,
    CustomerDetails,
    CustomerEmailError,
    CustomerNameError,
    PaymentDaysError,
    may_be_same,
)
from app.runtime.run import Runtime

ANNA = CustomerDetails(
    name="Anna Müller", phone="+49 30 123456", email="anna@example.com", city="Köln", street="Weg 1"
)


@pytest.fixture
def runtime(factory: UnitOfWorkFactory) -> Runtime:
    return Runtime(factory)


def make(runtime: Runtime, details: CustomerDetails, *, accept_duplicate: bool = False) -> SavedCustomer:
    return runtime.run(
        create_customer, actor=SYSTEM_ACTOR, details=details, accept_duplicate=accept_duplicate
    )


def names(runtime: Runtime, text: str) -> list[str]:
    return [row.name for row in runtime.ask(search_customers, text=text)]


def test_a_customer_is_read_as_he_was_entered(runtime: Runtime, published: list[object]) -> None:
    saved = make(runtime, replace(ANNA, name="  Anna \x00 Müller ", country="de"))
    view = runtime.ask(get_customer, party_id=saved.id)
    assert view.details == replace(ANNA, number="C0001", country="DE")
    assert (view.version, view.active) == (1, True)
    assert published == [CustomerChanged(party_id=saved.id)]


def test_numbers_go_up_and_a_given_number_is_kept(runtime: Runtime) -> None:
    one = make(runtime, CustomerDetails(name="One"))
    own = make(runtime, CustomerDetails(name="Own", number="vip-7"))
    two = make(runtime, CustomerDetails(name="Two", number="C0041"))
    three = make(runtime, CustomerDetails(name="Three"))
    assert [x.number for x in (one, own, two, three)] == ["C0001", "VIP-7", "C0041", "C0042"]
    with pytest.raises(CustomerNumberTakenError, match="belongs to Own"):
        make(runtime, CustomerDetails(name="Other", number="VIP-7"))


@pytest.mark.parametrize(
    "double",
    [
        CustomerDetails(name="anna muller"),
        CustomerDetails(name="A. M.", phone="030/123456"),
        CustomerDetails(name="Somebody", email="ANNA@example.com"),
    ],
)
def test_somebody_like_him_is_warned_of_and_can_be_made_all_the_same(
    runtime: Runtime, double: CustomerDetails
) -> None:
    first = make(runtime, ANNA)
    with pytest.raises(DuplicateCustomerError) as caught:
        make(runtime, double)
    assert caught.value.params["party_id"] == first.id
    assert make(runtime, double, accept_duplicate=True).id != first.id


def test_other_people_are_not_taken_for_the_same() -> None:
    assert not may_be_same(CustomerDetails(name="Anna", phone="12"), "Bert", "12", "")
    assert not may_be_same(CustomerDetails(name="Anna", phone="030 1234567"), "Bert", "030 7654321", "")
    assert not may_be_same(CustomerDetails(name="Anna"), "Annabel", "", "")


@pytest.mark.parametrize(
    "text", ["ann", "MÜLLER", "muller ann", "köl", "C0001", "c0001", "030 123", "3012", "+49 30"]
)
def test_he_is_found_by_words_number_and_telephone(runtime: Runtime, text: str) -> None:
    make(runtime, ANNA)
    make(runtime, CustomerDetails(name="Zoe Other", phone="0999 888777"))
    assert names(runtime, text) == ["Anna Müller"]


@pytest.mark.parametrize("text", ["nna", "999999", "%", "'; --", "x" * 10_000])
def test_what_is_not_there_is_not_found(runtime: Runtime, text: str) -> None:
    make(runtime, ANNA)
    assert names(runtime, text) == []


def test_an_empty_search_gives_all_in_use_by_name(runtime: Runtime) -> None:
    for name in ("Carl", "Anna", "Bert"):
        make(runtime, CustomerDetails(name=name))
    gone = make(runtime, CustomerDetails(name="Adam"))
    runtime.run(set_customer_active, actor=SYSTEM_ACTOR, party_id=gone.id, version=1, active=False)
    assert names(runtime, "") == ["Anna", "Bert", "Carl"]
    assert runtime.ask(count_customers) == 3
    assert runtime.ask(count_customers, active=None) == 4
    assert runtime.ask(find_customer, number="c0003") is not None
    assert runtime.ask(find_customer, number=gone.number) is None


def test_no_limit_and_a_limit_of_nothing_are_two_things(runtime: Runtime) -> None:
    none = make(runtime, CustomerDetails(name="No limit", credit_limit_minor=None))
    zero = make(runtime, CustomerDetails(name="Nothing", credit_limit_minor=0))
    assert runtime.ask(get_customer, party_id=none.id).details.credit_limit_minor is None
    assert runtime.ask(get_customer, party_id=zero.id).details.credit_limit_minor == 0


def test_a_change_on_what_somebody_else_changed_is_refused(runtime: Runtime) -> None:
    saved = make(runtime, ANNA)
    changed = runtime.run(
        update_customer, actor=SYSTEM_ACTOR, party_id=saved.id, version=1,
        details=replace(ANNA, name="Anna Meier"),
    )  # fmt: skip
    assert changed.version == 2
    assert names(runtime, "meier") == ["Anna Meier"]
    assert names(runtime, "müller") == []
    with pytest.raises(ChangedElsewhereError):
        runtime.run(update_customer, actor=SYSTEM_ACTOR, party_id=saved.id, version=1, details=ANNA)
    with pytest.raises(NoSuchCustomerError):
        runtime.run(update_customer, actor=SYSTEM_ACTOR, party_id=5, version=1, details=ANNA)


@pytest.mark.parametrize(
    ("details", "refusal"),
    [
        (CustomerDetails(name="  \x00 "), CustomerNameError),
        (CustomerDetails(name="x" * 201), TextTooLongError),
        (CustomerDetails(name="A", email="nobody"), CustomerEmailError),
        (CustomerDetails(name="A", credit_limit_minor=-1), CreditLimitRangeError),
        (CustomerDetails(name="A", payment_days=-1), PaymentDaysError),
        (CustomerDetails(name="A", country="Germany"), TextTooLongError),
    ],
)
def test_what_cannot_be_kept_is_refused(
    runtime: Runtime, details: CustomerDetails, refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        make(runtime, details)
    assert runtime.ask(count_customers, active=None) == 0


def test_only_who_may_edits_customers(runtime: Runtime) -> None:
    nobody = replace(SYSTEM_ACTOR, permissions=frozenset())
    with pytest.raises(PermissionNeededError):
        runtime.run(create_customer, actor=nobody, details=ANNA)


def test_the_journal_names_no_person(runtime: Runtime) -> None:
    make(runtime, ANNA)
    with runtime.factory.read() as connection:
        text = "".join(
            str(row) for row in connection.exec_driver_sql("SELECT payload FROM journal").fetchall()
        )
    assert "C0001" in text
    assert "Anna" not in text
    assert "123456" not in text
