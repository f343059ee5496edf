"""Sums of fractions by denominator are what adding them one by one gives."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from flessenhals.constraints.exact import dot, total, weighed

fractions = st.fractions(max_denominator=10**6)


@given(st.lists(st.tuples(fractions, fractions), max_size=30))
def test_a_dot_product_is_the_sum_of_the_products(pairs: list[tuple[Fraction, Fraction]]) -> None:
    factors = {str(place): factor for place, (factor, _) in enumerate(pairs)}
    amounts = {str(place): amount for place, (_, amount) in enumerate(pairs)}
    assert dot(factors, {**amounts, "another": Fraction(1)}) == sum(factor * amount for factor, amount in pairs)


@given(st.lists(fractions, max_size=30))
def test_a_total_is_the_sum(amounts: list[Fraction]) -> None:
    assert total(amounts) == sum(amounts)


@given(st.lists(st.tuples(st.integers(), fractions), max_size=30))
def test_a_sum_of_whole_multiples_is_the_sum_of_the_products(pairs: list[tuple[int, Fraction]]) -> None:
    factors, amounts = [factor for factor, _ in pairs], [amount for _, amount in pairs]
    assert weighed(factors, amounts) == sum(factor * amount for factor, amount in pairs)


def test_of_nothing_it_is_a_fraction_too() -> None:
    assert isinstance(total([]), Fraction)
    assert isinstance(dot({}, {}), Fraction)
    assert isinstance(weighed([], []), Fraction)
