"""How probable an order is when it comes by chance: exact distributions, no approximation.

Ties are broken by lot, so that under chance every order of n things has the probability 1/n!.
"""

import functools
from collections.abc import Hashable, Sequence
from fractions import Fraction
from itertools import accumulate, pairwise
from math import comb, factorial
from random import Random


def order_chance(groups: Sequence[Sequence[float]]) -> tuple[float, float]:
    """Kendall's tau between the order in which the numbers of each group stand and their size,
    over all groups, and the probability of one at least as far from 0 by chance.

    Pairs inside a group alone count: things of different groups are not compared.
    """
    lot = Random(0)
    ranked = [[(number, lot.random()) for number in group] for group in groups]
    inversions = sum(_inversions(group) for group in ranked)
    pairs = sum(comb(len(group), 2) for group in groups)
    if not pairs:
        return 0.0, 1.0
    chances = _distribution(tuple(sorted(len(group) for group in groups if len(group) > 1)))
    low = min(inversions, pairs - inversions)
    return 1 - 2 * inversions / pairs, min(1.0, 2 * sum(chances[: low + 1]))


def neighbour_chance(authors: Sequence[Hashable]) -> tuple[int, float, float]:
    """How many neighbours are of one author, how many by chance on average, and the probability
    of at least as many: of all orders of the same authors.
    """
    alike = sum(one == other for one, other in pairwise(authors))
    counts = tuple(sorted(authors.count(author) for author in set(authors)))
    if len(authors) < 2:
        return alike, 0.0, 1.0
    chances = _alike_distribution(counts)
    mean = float(sum(number * chance for number, chance in enumerate(chances)))
    return alike, mean, float(sum(chances[alike:]))


def _inversions(group: Sequence[tuple[float, float]]) -> int:
    return sum(one > other for index, one in enumerate(group) for other in group[index + 1 :])


@functools.cache
def _distribution(sizes: tuple[int, ...]) -> tuple[float, ...]:
    """Probability of each number of inversions of independent random orders of these sizes.

    The i-th thing of an order stands before 0 to i - 1 of those that came earlier, each as likely.
    """
    chances = [1.0]
    for size in sizes:
        for i in range(2, size + 1):
            sums = [0.0, *accumulate([*chances, *[0.0] * (i - 1)])]
            chances = [(sums[at + 1] - sums[max(0, at + 1 - i)]) / i for at in range(len(sums) - 1)]
    return tuple(chances)


@functools.cache
def _alike_distribution(counts: tuple[int, ...]) -> tuple[Fraction, ...]:
    """Probability of each number of alike neighbours in a random order.

    Gluing some alike neighbours together leaves blocks that are arranged freely; how many pairs
    are glued in all orders gives the factorial moments, and these the distribution.
    """
    total = sum(counts)
    blocks = [Fraction(1)]  # by number of blocks, over the factorial of it
    for count in counts:
        own = [Fraction(0)] + [
            Fraction(comb(count - 1, j - 1), factorial(j)) for j in range(1, count + 1)
        ]
        blocks = _product(blocks, own)
    orders = Fraction(factorial(total))
    for count in counts:
        orders /= factorial(count)
    glued = [blocks[total - g] * factorial(total - g) / orders for g in range(total)]
    most = max((g for g in range(total) if glued[g]), default=0)
    return tuple(
        sum(
            ((-1) ** (g - alike) * comb(g, alike) * glued[g] for g in range(alike, most + 1)),
            Fraction(0),
        )
        for alike in range(most + 1)
    )


def _product(one: Sequence[Fraction], other: Sequence[Fraction]) -> list[Fraction]:
    result = [Fraction(0)] * (len(one) + len(other) - 1)
    for i, a in enumerate(one):
        if a:
            for j, b in enumerate(other):
                result[i + j] += a * b
    return result
