"""What a cashier types into the search line: beginnings of words that there are, and some that are not."""

from __future__ import annotations

import random
from collections.abc import Iterator

from bench import data


def queries(count: int, products: int, seed: int = 7) -> list[str]:
    """Two words of a product, the second one begun; every tenth is of nothing."""
    chosen = random.Random(seed)  # noqa: S311 - no secret
    found: list[str] = []
    for number in range(count):
        _name, words = data.product_name(chosen.randrange(products))
        one, two = chosen.sample(words[:4], 2)
        if number % 10 == 9:
            two = two[::-1]
        found.append(f"{one} {two[: chosen.randint(2, len(two))]}")
    return found


def keystrokes(text: str) -> Iterator[str]:
    """The text of the line after each key."""
    for end in range(1, len(text) + 1):
        yield text[:end]
