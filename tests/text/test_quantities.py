"""Quantities of news text: what is read, what is left alone, and what counts the same."""

from __future__ import annotations

import pytest

from schemas.values import Comparator, Quantity
from service.text.quantities import find_numbers, find_quantities, in_common_unit, read_quantity, same_counted
from service.text.quantities.comparators import AFTER, BEFORE, Bound
from service.text.quantities.counting import APART, SAME_COUNTS, SameCount
from service.text.quantities.currencies import CURRENCIES, Currency
from service.text.quantities.masks import MASKS, Mask
from service.text.quantities.no_quantities import NO_QUANTITIES, NoQuantity
from service.text.quantities.nouns import IRREGULAR_PLURALS, singular
from service.text.quantities.number_words import SCALES, SUFFIXES, VAGUE_WORDS, Scale, Suffix, VagueWord
from service.text.quantities.units import MEASURES, Measure

INF = None


def only(phrase: str) -> Quantity:
    quantity = read_quantity(phrase)
    assert quantity is not None, f"no single quantity in {phrase!r}"
    return quantity


def by_name(row: Mask | NoQuantity) -> str:
    return row.name


@pytest.mark.parametrize(
    ("phrase", "low", "high", "counted"),
    [
        ("well over 300 flats burned", 300, INF, "flat"),
        ("no fewer than nine envoys", 9, INF, "envoy"),
        ("nearly 2,000 farms", 1800, 2000, "farm"),
        ("just under 50%", 45, 50, "%"),
        ("just over 100 guests", 100, 110, "guest"),
        ("a hundred or so guests", 90, 110, "guest"),
        ("up to 60 tents", 0, 60, "tent"),
        ("at least 40 to 50 fighters", 40, INF, "fighter"),
        ("between one hundred and two hundred fighters", 100, 200, "fighter"),
        ("5 to 10 million barrels", 5e6, 1e7, "barrel"),
        ("$2-3 billion", 2e9, 3e9, "$"),
        ("two or three boats", 2, 3, "boat"),
        ("20-odd boats", 18, 22, "boat"),
        ("100+ ports", 100, INF, "port"),
        ("tens of millions of euros", 2e7, 1e8, "€"),
        ("several hundred goats", 300, 1000, "goat"),
        ("a few hundred goats", 200, 1000, "goat"),
        ("a couple of hundred goats", 200, 200, "goat"),
        ("half a dozen eggs", 6, 6, "egg"),
        ("one and a half million eggs", 1.5e6, 1.5e6, "egg"),
        ("a million and a half eggs", 1.5e6, 1.5e6, "egg"),
        ("2½ hours", 2.5, 2.5, "hour"),
        ("two-and-a-half years", 2.5, 2.5, "year"),
        ("half an hour", 0.5, 0.5, "hour"),
        ("three quarters of the members", 0.75, 0.75, "member"),
        ("a quarter of the city's shops", 0.25, 0.25, "shop"),
        ("nine out of ten dentists", 0.9, 0.9, "dentist"),
        ("no survivors were found", 0, 0, "survivor"),
        ("12 Turkish-made drones", 12, 12, "drone"),
        ("six police officers were hurt", 6, 6, "officer"),
        ("40 people remain in hospital", 40, 40, "people"),
        ("one Dutch sailor drowned", 1, 1, "sailor"),
        ("two of the sailors", 2, 2, "sailor"),
        ("a 300-strong crew", 300, 300, "strong"),
        ("a 27-member bloc", 27, 27, "member"),
        ("14 killed in a blast", 14, 14, "killed"),
        ("a 40-year-old woman", 40, 40, "year"),
        ("aged 40", 40, 40, "year"),
        ("Ana Reis, 40, resigned", 40, 40, "year"),
        ("minus 20 degrees Celsius", -20, -20, "°C"),
        ("a 7.8-magnitude quake", 7.8, 7.8, "magnitude"),
        ("cut by 25 basis points", 25, 25, "basis point"),
        ("up 0.5 percentage points", 0.5, 0.5, "percentage point"),
        ("Rs 500 crore", 5e9, 5e9, "₹"),
        ("1.5 trillion won", 1.5e12, 1.5e12, "₩"),
        ("fined 500 pounds", 500, 500, "£"),
        ("500 pounds of explosives", 500, 500, "lb"),
        ("6 feet 3 inches tall", 6.25, 6.25, "foot"),
        ("80 km/h", 80, 80, "km/h"),
        ("100 miles an hour", 100, 100, "mph"),
        ("5m eggs", 5e6, 5e6, "egg"),
        ("a 100m race", 100, 100, "m"),
        ("120 km (75 miles) off", 120, 120, "km"),
        ("€5m ($5.4m)", 5e6, 5e6, "€"),
    ],
)
def test_phrase_gives_its_interval_and_what_is_counted(phrase, low, high, counted):
    quantity = only(phrase)
    assert quantity.low == pytest.approx(low)
    assert quantity.high == (None if high is None else pytest.approx(high))
    assert counted == (quantity.unit or quantity.counted)


@pytest.mark.parametrize(
    "text",
    [
        "a number of envoys", "many envoys", "multiple envoys", "a handful of envoys", "a few envoys", "few envoys",
        "prices more than doubled", "a tenfold rise", "twice as many", "a third missile", "the second half",
        "the 3rd attempt", "no evidence of fraud", "no one came", "a 16th-century chapel", "the vote was 52 to 48",
    ],
)  # fmt: skip
def test_words_without_a_number_of_things_give_no_quantity(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize("row", [*MASKS, *NO_QUANTITIES], ids=by_name)
def test_each_non_quantity_row_silences_its_examples_and_only_those(row: Mask | NoQuantity):
    assert row.examples
    for example in row.examples:
        assert find_quantities(example) == [], f"{row.name}: {example}"
    for count in row.counts:
        assert find_quantities(count), f"{row.name}: {count}"


@pytest.mark.parametrize("row", MASKS, ids=by_name)
def test_each_mask_matches_its_own_examples_and_not_its_look_alikes(row: Mask):
    assert all(row.pattern.search(example) for example in row.examples)
    assert not any(row.pattern.search(count) for count in row.counts)


@pytest.mark.parametrize("row", BEFORE, ids=lambda row: row.example)
def test_each_comparator_phrase_bounds_what_follows(row: Bound):
    for phrase in (p for p in row.phrases if p != "or so"):
        quantity = only(f"{phrase} 100 boats")
        assert (quantity.low, quantity.high, quantity.comparator) == (row.low, row.high, row.comparator), phrase
        assert quantity.counted == "boat"


@pytest.mark.parametrize("row", AFTER, ids=lambda row: row.example)
def test_each_comparator_phrase_bounds_what_precedes(row: Bound):
    for phrase in row.phrases:
        quantity = only(f"100{'' if phrase[0] in '-+' else ' '}{phrase.replace('- ', '-')} boats")
        assert (quantity.low, quantity.high, quantity.comparator) == (row.low, row.high, row.comparator), phrase


@pytest.mark.parametrize("row", [*SCALES, *SUFFIXES], ids=lambda row: row.example)
def test_each_scale_multiplies_its_example(row: Scale | Suffix):
    assert [number.value for number in find_numbers(row.example)] == [row.example_value]


@pytest.mark.parametrize("row", VAGUE_WORDS, ids=lambda row: row.word)
def test_each_vague_word_gives_its_order_of_size(row: VagueWord):
    quantity = only(row.example)
    assert (quantity.low, quantity.high, quantity.comparator) == (row.low, row.high, Comparator.VAGUE)


@pytest.mark.parametrize("row", MEASURES, ids=lambda row: row.unit)
def test_each_measure_is_read_by_its_names_and_signs(row: Measure):
    for written in (*row.names, *row.signs):
        if written in {"kt", "nm"}:  # a knot or a kiloton, and nautical miles or nanometres
            continue
        assert only(f"covered 12{written if written in row.signs else ' ' + written}").unit == row.unit, written


@pytest.mark.parametrize("row", CURRENCIES, ids=lambda row: row.unit)
def test_each_currency_is_read_on_both_sides_of_its_figure(row: Currency):
    for name in row.names:
        assert only(f"a debt of 12 million {name.replace(' . ', '.')}").unit == row.unit, name
    for sign in (*row.signs, *row.codes, *row.prefixes):
        if sign != "p":
            written = sign.replace(" ", "") if "$" in sign else f"{sign} "
            quantity = only(f"a debt of {written}12 million")
            assert (quantity.unit, quantity.low) == (row.unit, 12e6), sign


def test_counted_noun_and_its_complement_are_singular():
    quantity = only("over two dozen kinds of heavy weapons")
    assert (quantity.counted, quantity.counted_of, quantity.surface) == (
        "kind", "weapon", "over two dozen kinds of heavy weapons",
    )  # fmt: skip


def test_rates_are_part_of_the_unit():
    assert only("300 tents a day").unit == "per day"
    assert only("$80 per barrel").unit == "$ per barrel"
    assert only("12 tents a day ago").unit is None


@pytest.mark.parametrize(("plural", "one"), [*IRREGULAR_PLURALS.items(), ("territories", "territory"), ("churches", "church"),
    ("boxes", "box"), ("heroes", "hero"), ("policemen", "policeman"), ("people", "people"), ("personnel", "personnel"),
    ("troops", "troop"), ("houses", "house"), ("classes", "class"), ("bus", "bus"), ("crisis", "crisis"), ("ties", "tie")])  # fmt: skip
def test_singular_of_regular_and_irregular_nouns(plural, one):
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("phrase", "is_round"),
    [("9,000 homes", True), ("147,000 homes", True), ("147,312 homes", False), ("two dozen homes", True),
     ("24 homes", False), ("$4.5bn", True), ("1,234,567 homes", False), ("dozens of homes", True), ("3.4%", False)],
)  # fmt: skip
def test_round_words_and_figures_are_told_from_exact_ones(phrase, is_round):
    assert only(phrase).round_number is is_round


def test_a_change_from_one_number_to_another_is_two_quantities():
    assert [m.value.low for m in find_quantities("deaths rose from 30 to 40 in a week of rain")][:2] == [30, 40]
    assert read_quantity("deaths rose from 30 to 40") is None


def test_find_numbers_gives_one_value_to_one_number_however_written():
    for text in ("twenty-four boats", "24 boats", "two dozen boats"):
        assert [n.value for n in find_numbers(text)] == [24]
    for text in ("1.5 million", "1,500,000", "one and a half million"):
        assert [n.value for n in find_numbers(text)] == [1_500_000]
    assert [n.value for n in find_numbers("$4.5bn, between $2 and $3 billion")] == [4.5e9, 2e9, 3e9]


def test_find_numbers_sees_years_names_and_ordinals():
    numbers = find_numbers("On 12 March 2021 the 3rd fleet and its twenty-first MiG-29 passed Highway 61.")
    assert [(n.value, n.ordinal) for n in numbers] == [
        (12, False),
        (2021, False),
        (3, True),
        (21, True),
        (29, False),
        (61, False),
    ]
    assert [n.value for n in find_numbers("no one, dozens of them, one of the two")] == [2]


@pytest.mark.parametrize("row", SAME_COUNTS, ids=lambda row: row.reason)
def test_each_row_of_synonyms_counts_the_same(row: SameCount):
    first, second = (only(example) for example in row.example)
    assert {first.counted, second.counted} <= row.nouns
    assert same_counted(first, second) is True


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("two dozen weapons", "two dozen kinds of weapons", False),
        ("24 types", "over two dozen kinds of weapons", True),
        ("20 kinds of weapons", "24 types of boats", None),
        ("12 dead", "12 injured", False),
        ("12 envoys", "12 farmers", None),
        ("12", "12 farmers", None),
        ("75 miles", "120 km", True),
        ("75 miles", "120 kg", False),
        ("$5m", "€5m", None),
        ("$5m", "5 envoys", False),
        ("300 tents a day", "300 tents", None),
        ("300 tents a day", "400 tents a day", True),
        ("12% of voters", "15% of farmers", None),
        ("500 pounds", "500 lb", None),
        ("three months", "90 days", None),
    ],
)
def test_same_counted_is_sure_or_silent(one, other, expected):
    assert same_counted(only(one), only(other)) is expected
    assert same_counted(only(other), only(one)) is expected


def test_counts_that_stand_apart_have_their_rows():
    for row in APART:
        assert same_counted(only(f"nine {row.one}"), only(f"nine {row.other}")) is False, row.reason


@pytest.mark.parametrize(
    ("one", "other", "low"),
    [("120 km", "75 miles", 120.7), ("2 tonnes", "500 kg", 0.5), ("10 kg", "100 lb", 45.36), ("30 degrees Celsius", "86 degrees Fahrenheit", 30),
     ("60 km/h", "60 mph", 96.56), ("2 hectares", "5 acres", 2.0234), ("two years", "18 months", 1.5), ("£5", "250 pence", 2.5)],
)  # fmt: skip
def test_in_common_unit_converts_the_second_into_the_unit_of_the_first(one, other, low):
    common = in_common_unit(only(one), only(other))
    assert common is not None
    assert common[1].unit == common[0].unit == only(one).unit
    assert common[1].low == pytest.approx(low, rel=1e-3)


def test_in_common_unit_is_none_without_a_factor():
    for one, other in (
        ("$5m", "€5m"),
        ("3 km", "3 kg"),
        ("3 boats", "3 km"),
        ("5 tons", "5 tonnes"),
        ("50 km a day", "50 miles"),
    ):
        assert in_common_unit(only(one), only(other)) is None


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("nine break-ins", "break-in"),
        ("12 sorties", "sortie"),
        ("one sports car", "car"),
        ("one area we've crossed", "area"),
        ("more than one reported", None),
        ("half of those surfing", None),
        ("five boats—officials said", "boat"),
    ],
)
def test_what_is_counted_is_a_noun_of_the_phrase_itself(text, counted):
    """Verbs, pronouns and words past a dash are never what a number counts."""
    assert [mention.value.counted for mention in find_quantities(text)] == [counted]


def test_an_amount_and_where_it_led_are_no_range():
    """ "cut by $20 to $45" tells two amounts, "rose 2 to 3 percent" one range."""
    assert [(m.value.low, m.value.high) for m in find_quantities("cut by $20 to $45")] == [(20, 20), (45, 45)]
    assert [(m.value.low, m.value.high) for m in find_quantities("rose 2 to 3 percent")] == [(2, 3)]


@pytest.mark.parametrize(
    ("phrase", "value", "unit"),
    [
        ("at the age of 78", 78, "year"),
        ("aged 18 months", 18, "month"),
        ("$1.04 per diluted share", 1.04, "$ per share"),
    ],
)
def test_a_unit_is_read_past_the_small_words_around_it(phrase, value, unit):
    """The unit is that which the phrase names, not the first word that looks like one."""
    quantity = only(phrase)
    assert (quantity.low, quantity.unit) == (value, unit)


def test_numbers_of_names_and_dates_are_not_scaled_or_divided():
    """The 400 of "A400M" is not 400 million, "01/5/2011" no fraction, "no-one" no one."""
    assert [mention.value for mention in find_numbers("the A400M on 01/5/2011 hurt no-one")] == [400, 1, 5, 2011]
