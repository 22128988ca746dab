"""The distributions that the linkage test rests on, against all orders there are."""

from collections import Counter
from itertools import pairwise, permutations
from math import isclose

import pytest

from tests.stories.linkage.chances import (
    _alike_distribution,
    _distribution,
    neighbour_chance,
    order_chance,
)


@pytest.mark.parametrize("size", [2, 3, 6])
def test_inversions_of_one_group(size: int) -> None:
    orders = list(permutations(range(size)))
    counted = Counter(
        sum(order[i] > order[j] for i in range(size) for j in range(i + 1, size))
        for order in orders
    )
    chances = _distribution((size,))
    assert len(chances) == size * (size - 1) // 2 + 1
    assert all(isclose(chances[n], counted[n] / len(orders)) for n in range(len(chances)))


def test_groups_are_independent() -> None:
    assert _distribution((2, 2)) == (0.25, 0.5, 0.25)


def test_perfect_orders_are_no_chance() -> None:
    assert order_chance([[1, 2, 3, 4]]) == (1.0, 2 / 24)
    tau, chance = order_chance([range(20), range(20)])
    assert tau == 1
    assert chance < 1e-30
    assert order_chance([[5, 4, 3, 2, 1]])[0] == -1
    assert order_chance([[1], [2]]) == (0.0, 1.0)


def test_a_large_group_adds_up_to_one() -> None:
    assert isclose(sum(_distribution((200,))), 1)


@pytest.mark.parametrize("authors", ["aabb", "aaabc", "abcde", "aaaa", "aabbcc"])
def test_alike_neighbours(authors: str) -> None:
    orders = list(permutations(authors))
    counted = Counter(sum(a == b for a, b in pairwise(order)) for order in orders)
    counts = tuple(sorted(Counter(authors).values()))
    for number, chance in enumerate(_alike_distribution(counts)):
        assert isclose(float(chance), counted[number] / len(orders))


def test_many_alike_neighbours_are_no_chance() -> None:
    alike, mean, chance = neighbour_chance([n // 4 for n in range(200)])
    assert (alike, round(mean, 2)) == (150, 3.0)
    assert chance < 1e-100
    assert neighbour_chance([n % 50 for n in range(200)])[2] == 1.0
