"""Every vector of a kind that the program has, run; every other kind listed by name."""

from __future__ import annotations

import pytest

from tests.factories.shop import Shop
from tests.vectors.known import COPY, IN_SHOP, NOT_BUILT, OTHERWISE, PURE, VECTORS, Vector, load
from tests.vectors.pure import RUNNERS
from tests.vectors.shops import SHOP_RUNNERS


def _id(vector: Vector) -> str:
    return f"{vector.kind}-{vector.id}"


@pytest.mark.parametrize("vector", [v for v in VECTORS if v.kind in PURE], ids=_id)
def test_the_vector_holds(vector: Vector) -> None:
    RUNNERS[vector.kind](vector)


@pytest.mark.parametrize("vector", [v for v in VECTORS if v.kind in IN_SHOP], ids=_id)
def test_the_vector_holds_in_a_shop(vector: Vector, shop: Shop) -> None:
    SHOP_RUNNERS[vector.kind](vector, shop)


def test_every_kind_of_the_file_is_run_or_listed_as_not_built() -> None:
    assert {v.kind for v in VECTORS} <= PURE | IN_SHOP | NOT_BUILT.keys()


def test_the_kinds_run_and_the_kinds_not_built_are_exactly_those_of_our_copy() -> None:
    assert PURE | IN_SHOP | NOT_BUILT.keys() == {v.kind for v in load(COPY)}
    assert not (PURE | IN_SHOP) & NOT_BUILT.keys()
    assert RUNNERS.keys() == PURE
    assert SHOP_RUNNERS.keys() == IN_SHOP


def test_what_is_done_otherwise_is_a_vector_of_our_copy() -> None:
    assert OTHERWISE.keys() <= {v.id for v in load(COPY)}
