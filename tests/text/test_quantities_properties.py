"""Properties of the quantity grammar: what must hold for any text and any number."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from service.text.quantities import find_numbers, find_quantities, read_quantity
from service.text.quantities.tokens import tokenise

SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """British English words of 0 to 999,999,999."""
    for scale, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = "" if rest == 0 else (" and " if rest < 100 else " ") + spelled(rest)
            return f"{spelled(number // scale)} {word}{joint}"
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")


PIECES = st.sampled_from(
    ["over", "at least", "between", "about", "no", "a", "of", "and", "half", "third", "dozen", "million", "-", "$", "%", "km",
     "12", "1,500", "2022", "seven", "kinds", "weapons", "(", ")", "to", "March", "one", "in", "\n\n", "½", "/", "€", "m", "."]
)  # fmt: skip
ANY_TEXT = st.one_of(
    st.text(max_size=80), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=12).map("".join)
)


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_text_is_read_into_ordered_mentions_that_slice_to_their_surface(text):
    end = 0
    for mention in find_quantities(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.value.surface
        bounds = (mention.value.low, mention.value.high)
        assert all(bound is None or math.isfinite(bound) for bound in bounds)
        assert None in bounds or bounds[0] <= bounds[1]
        end = mention.end
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end
        assert math.isfinite(number.value)
        end = number.end


@given(st.text(max_size=60))
@settings(deadline=None)
def test_tokens_slice_to_their_text(text):
    assert all(text[token.start : token.end] == token.text for token in tokenise(text))


@given(st.integers(0, 999_999_999))
@settings(deadline=None)
def test_words_and_figures_of_an_integer_read_alike(number):
    assert [n.value for n in find_numbers(spelled(number))] == [number]
    assert [n.value for n in find_numbers(f"{number:,}")] == [number]


@given(st.integers(2, 10**9))
@settings(deadline=None)
def test_more_than_a_number_starts_at_it(number):
    quantity = read_quantity(f"more than {number:,} farms")
    assert quantity is not None
    assert (quantity.low, quantity.high, quantity.counted) == (number, None, "farm")


@given(
    st.sampled_from(["Officials said that", "The ministry added", "“We know”:", "Nobody in Oslo expected"]),
    st.sampled_from(["yesterday.", "by noon.", "were seen."]),
)
@settings(deadline=None)
def test_text_around_a_quantity_only_shifts_it(before, after):
    phrase = "nearly 3,000 homes"
    (alone,) = find_quantities(phrase)
    (inside,) = find_quantities(f"{before} {phrase} {after}")
    assert inside.value == alone.value
    assert inside.start == alone.start + len(before) + 1
