"""Dates: every rule reads its own examples, offsets hold, and doubt is answered with silence."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.values import AnchorBasis, Grain, TimeBasis, TimeValue
from service.text.dates import TimeMention, find_times, read_time, vocabulary
from service.text.dates.grammar import PARTS, RULES
from service.text.dates.ranges import BOUNDS, PAIRS
from service.text.dates.vocabulary import WEEKDAYS

TABLES = (*RULES, *PARTS, *BOUNDS, *PAIRS)
EXAMPLES = [(row.name, example) for row in TABLES for example in row.examples]
WEDNESDAY = date(2024, 7, 10)
MONTHS = [month.title() for month in vocabulary.MONTHS]
DAYS = st.dates(date(1500, 1, 1), date(2099, 12, 31))
ANCHORS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
VOCABULARY = (
    "on in the last next this early late mid end of May March Friday Monday 2022 2020 12 31 30th week weeks month year "
    "ago two three since by until between and from to before after will met said Christmas Easter summer , . - / ’s "
    "quarter half first decade 1990s now overnight weekend today yesterday century fiscal 99 days hours within past"
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.one_of(st.text(max_size=60), st.lists(WORDS, max_size=14).map(" ".join))


def shown(value: TimeValue | None) -> str | None:
    if value is None:
        return None
    earliest, latest = value.earliest or "..", value.latest or ".."
    return str(earliest) if earliest == latest else f"{earliest}/{latest}"


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {example.phrase}" for name, example in EXAMPLES])
def test_every_rule_reads_its_own_examples(name, example):
    """An example of a rule resolves to exactly what it says, or to nothing where it says so."""
    assert shown(read_time(example.phrase, example.sentence, date.fromisoformat(example.published))) == example.expected


def test_every_row_has_a_name_of_its_own_and_an_example():
    """A row without an example is a row that nothing tests."""
    assert len({row.name for row in TABLES}) == len(TABLES)
    assert all(row.examples for row in TABLES)


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.name)
def test_the_words_that_a_rule_needs_never_hide_its_own_examples(row):
    """The gate that saves time must let through what the pattern would read."""
    for example in row.examples:
        if row.alone:
            assert any(one.start < one.end for one in find_times(example.sentence, WEDNESDAY)), example


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 2231 was adopted",
        "Flight 2020 was late",
        "a Boeing 747 with 2019 cars",
        "some 1,990 soldiers and $2020",
        "Ms. May and Mr. March spoke to April",
        "they may march under the sun and will fall",
        "Sheffield Wednesday lost to the Sunday Times team",
        "the 30th floor, the 3rd battalion and a 9-2 ruling",
        "the crowd of 2022 people",
        "at 2,019 metres and 20.24 per cent",
        "the Christmas market and Easter Island",
        "a spring in his step, the fall of the city",
        "the second-hand shop on Second Avenue",
        "he is 40 and she is in her 30s",
    ],
)
def test_words_and_numbers_that_only_look_like_dates_are_left_alone(text):
    """Names, verbs, counts and designations are no times."""
    assert [text[one.start : one.end] for one in find_times(text, WEDNESDAY) if one.value] == []


@pytest.mark.parametrize(
    ("phrase", "sentence"),
    [
        ("that year", "That year he left, and that year she stayed."),
        ("the following Monday", "He left the following Monday."),
        ("every Friday", "They pray every Friday."),
        ("the previous Friday", "He had left the previous Friday."),
        ("Friday", "He had left the previous Friday."),
        ("three days earlier", "It had sunk three days earlier."),
        ("recently", "It sank recently."),
        ("fiscal 2023", "Sales rose in fiscal 2023."),
        ("4/5/2023", "It was dated 4/5/2023."),
        ("the turn of the century", "It was laid at the turn of the century."),
        ("Thursday, July 5, 2024", "It sank on Thursday, July 5, 2024."),
        ("31 April 2023", "It sank on 31 April 2023."),
        ("annual", "The annual fair opened."),
        ("", "It sank on Monday."),
        ("a week after Monday’s vote and before Friday", "It sank."),
    ],
)
def test_a_time_that_the_text_does_not_tell_is_not_told(phrase, sentence):
    """Anaphora, habits, ambiguous and impossible dates give None."""
    assert read_time(phrase, sentence, WEDNESDAY) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Envoys met on Friday.", "2024-07-05"),
        ("Envoys will meet on Friday.", "2024-07-12"),
        ("She said the envoys would meet on Friday.", "2024-07-12"),
        ("She said on Friday that the envoys will meet.", "2024-07-05"),
        ("On Friday, the court will rule, she said.", "2024-07-12"),
        ("On Friday the court ruled that he must go.", "2024-07-05"),
        ("The report will be released on Friday.", "2024-07-12"),
        ("The report was released on Friday.", "2024-07-05"),
        ("He is suspected of shooting a man on Friday.", "2024-07-05"),
        ("He was forced to resign on Friday.", "2024-07-05"),
        ("Friday's strike killed nine people.", "2024-07-05"),
        ("Parties trade blows ahead of Friday's vote.", "2024-07-12"),
        ("Voters go to the polls on Friday.", "2024-07-12"),
        ("The election is on Friday.", "2024-07-12"),
        ("Rallies planned for Friday worry the police.", "2024-07-12"),
        ("They may have fled on Friday.", "2024-07-05"),
        ("The man arrested on Friday will stand trial.", "2024-07-05"),
        ("Rallies to be held on Friday were banned.", "2024-07-12"),
        ("The deadline is midnight on Friday.", "2024-07-12"),
        ("The storm is expected Friday.", "2024-07-12"),
        ("He spoke to reporters on Friday.", "2024-07-05"),
        ("She plans to speak on Friday.", "2024-07-12"),
        ("Kremlin says Friday attack failed.", "2024-07-05"),
        ("The minister, who quit on Friday, will stand trial.", "2024-07-05"),
    ],
)
def test_the_verb_of_its_own_clause_decides_which_way_a_weekday_looks(sentence, expected):
    """Two verbs in a sentence do not mix: the one beside the weekday counts."""
    assert [shown(one.value) for one in find_times(sentence, WEDNESDAY)] == [expected]


def test_without_an_anchor_only_full_dates_and_the_names_of_weekdays_are_left():
    """Publication unknown: explicit dates resolve, weekdays keep their number, the rest abstains."""
    monday = read_time("on Monday", "It sank on Monday.", None)
    assert monday is not None
    assert monday.is_bare_weekday
    assert (monday.weekday, monday.anchor, monday.anchor_basis) == (0, None, AnchorBasis.UNKNOWN)
    assert shown(read_time("3 May 2021", "It sank on 3 May 2021.", None)) == "2021-05-03"
    for phrase in ("last week", "yesterday", "on 3 May", "two years ago", "over the weekend", "by Monday", "in May"):
        assert read_time(phrase, f"It sank {phrase}.", None) is None


def test_the_anchor_is_named_only_where_it_was_used():
    """A full date needs no anchor; a weekday carries it with how it is known."""
    full = read_time("May 3, 2021", "It sank on May 3, 2021.", WEDNESDAY, AnchorBasis.INFERRED)
    leaning = read_time("on Monday", "It sank on Monday.", WEDNESDAY, AnchorBasis.INFERRED)
    assert full is not None
    assert leaning is not None
    assert (full.anchor, full.anchor_basis, full.basis) == (None, AnchorBasis.UNKNOWN, TimeBasis.EXPLICIT)
    assert (leaning.anchor, leaning.anchor_basis, leaning.basis) == (WEDNESDAY, AnchorBasis.INFERRED, TimeBasis.WEEKDAY)


def test_the_grain_is_how_finely_the_text_tells():
    """A month ago is told in months even where it falls on a day; a hedge is kept."""
    month = read_time("about a month ago", "It sank about a month ago.", WEDNESDAY)
    assert month is not None
    assert (month.grain, month.approximate, shown(month)) == (Grain.MONTH, True, "2024-06-10")


def test_a_phrase_longer_or_shorter_than_the_match_is_still_read():
    """The words of a model need not be the words of the grammar."""
    sentence = "The depot was hit at 3 a.m. on Monday by drones."
    assert shown(read_time("at 3 a.m. on Monday by drones", sentence, WEDNESDAY)) == "2024-07-08"
    assert shown(read_time("Monday", sentence, WEDNESDAY)) == "2024-07-08"
    assert shown(read_time("2019", "She sat from 2019 to 2021.", WEDNESDAY)) == "2019-01-01/2019-12-31"


def test_a_phrase_that_is_not_in_its_sentence_takes_the_tense_of_the_sentence():
    """A reworded phrase is read alone; a sentence that looks both ways settles nothing."""
    assert shown(read_time("on Friday", "The court will rule at the week’s close.", WEDNESDAY)) == "2024-07-12"
    assert shown(read_time("on Friday", "The court ruled at the week’s close.", WEDNESDAY)) == "2024-07-05"
    assert read_time("on Friday", "The court said it will rule.", WEDNESDAY) is None


@pytest.mark.parametrize(
    ("phrase", "anchor"),
    [
        ("yesterday", date.min),
        ("99 years ago", date.min),
        ("overnight", date.min),
        ("late last month", date.min),
        ("tomorrow", date.max),
        ("next year", date.max),
    ],
)
def test_past_the_ends_of_the_calendar_nothing_is_told(phrase, anchor):
    """A day that cannot be written is recognised, and silent."""
    (mention,) = find_times(f"It sank {phrase}.", anchor)
    assert mention.value is None


@settings(deadline=None)
@given(TEXTS, st.one_of(st.none(), st.dates()))
def test_mentions_slice_to_their_surface_in_order_for_any_text_and_day(text, anchor):
    """Nothing raises, no two mentions overlap, surfaces are the text's, intervals are in order."""
    mentions = find_times(text, anchor)
    for one in mentions:
        assert 0 <= one.start < one.end <= len(text)
        if one.value:
            assert one.value.surface == text[one.start : one.end]
            assert not (one.value.earliest and one.value.latest) or one.value.earliest <= one.value.latest
    assert all(before.end <= after.start for before, after in pairwise(mentions))


@settings(deadline=None)
@given(TEXTS, TEXTS, st.one_of(st.none(), st.dates()))
def test_reading_a_phrase_never_raises(phrase, sentence, anchor):
    """Whatever a model hands over is answered."""
    value = read_time(phrase, f"{sentence} {phrase}", anchor)
    assert value is None or value.surface


@settings(deadline=None)
@given(DAYS, st.one_of(st.none(), ANCHORS))
def test_a_full_date_means_itself_in_every_way_of_writing_it(day, anchor):
    """The anchor does not touch a date that has its year."""
    month = MONTHS[day.month - 1]
    spoken = day.strftime("%A")
    for written in (
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{month[:3]}{'.' * (len(month) > 3)} {day.day:02}, {day.year}",
        f"{spoken}, {month} {day.day}, {day.year}",
        f"{spoken} {day.day} {month[:3]} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
    ):
        (mention,) = find_times(f"It was signed on {written}.", anchor)
        assert mention.value is not None, written
        assert (mention.value.earliest, mention.value.latest, mention.value.anchor) == (day, day, None), written


@settings(deadline=None)
@given(ANCHORS, st.sampled_from(sorted(WEEKDAYS)), st.sampled_from(["sank", "will sail", "must sail", "was sold"]))
def test_a_weekday_is_within_a_week_of_publication_on_the_side_of_its_verb(anchor, name, verb):
    """It has the named weekday and is never seven days away, since the day of publication itself counts."""
    value = read_time(f"on {name.title()}", f"The ship {verb} on {name.title()}.", anchor)
    assert value is not None
    assert value.earliest is not None
    assert value.earliest == value.latest
    assert value.earliest.weekday() == WEEKDAYS[name] == value.weekday
    distance = (value.earliest - anchor) / timedelta(days=1)
    assert 0 <= distance < 7 if verb in {"will sail", "must sail"} else -7 < distance <= 0


@settings(deadline=None)
@given(st.sampled_from(EXAMPLES), st.sampled_from(["Kyiv reports. ", "Ça va. ", "“No.” 🚢 "]))
def test_words_before_a_sentence_only_move_the_offsets(named, prefix):
    """A sentence before changes no reading."""
    sentence = named[1].sentence
    moved = [
        TimeMention(one.start - len(prefix), one.end - len(prefix), one.value)
        for one in find_times(prefix + sentence[:1].upper() + sentence[1:], WEDNESDAY)
    ]
    assert moved == find_times(sentence[:1].upper() + sentence[1:], WEDNESDAY)


@pytest.mark.parametrize("words", ["on Thursday", "this Thursday", "last Thursday", "next Thursday"])
def test_without_a_publication_date_a_weekday_is_its_name_alone(words):
    value = read_time(words, f"The court ruled {words}.", None)
    assert value is not None
    assert value.is_bare_weekday
    assert value.weekday == 3


def test_a_bound_never_reaches_into_the_time_before_it():
    """In "a quarter before Friday" the words "quarter before" are taken, so Friday gets no bound from them."""
    mentions = find_times("QUARTER BEFORE FRIDAY", None)
    assert all(before.end <= after.start for before, after in pairwise(mentions))


def test_a_date_that_its_verb_puts_a_year_away_while_it_is_near_is_not_told():
    """A bare date eleven months off would carry its year: either the verb or the reading is wrong."""
    [mention] = find_times("The jury recommended on July 30 that he stay in prison.", WEDNESDAY)
    assert mention.value is None
