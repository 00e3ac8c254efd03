"""A quotation is found where it stands, however it was damaged in copying, and a changed one is not found at all."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from schemas.claims import AlignmentStatus
from service.text.alignment import align, prepare
from service.text.alignment.guard import are_opposite, are_spellings
from service.text.alignment.lexicon import GUARDED_WORDS, NEGATIVE_PREFIXES, OPPOSITES
from service.text.alignment.words import words_of
from service.text.sentences import Span, sentences

ARTICLE = """Port Linnet harbour shut after cable theft

PORT LINNET, March 3 – The harbour authority of Port Linnet closed both piers on Tuesday after thieves cut 4,200 metres of copper cable, officials said.

“We have lost over 9,000 litres of fuel and a great deal of signalling equipment since the autumn storms, and thanks in part to the new patrols, the gangs are increasingly desperate to sell what they took,” harbour master Teresa Olin said in a statement. “The [Coast Guard] searched every vessel that left the northern basin (near Gull Rock) before dawn and found none of the stolen goods.”

“Beginning today, the Marlow company has been cut off from the fuel depot,” Olin told reporters. “It will face serious difficulties in renewing its licence.”

The U.N. maritime office in Karsholm isn’t taking part in the inquiry, a spokesman, Piet Vandermeer, said. The office, he added, will review the harbour’s safety record next month.

Marlow’s director, Anselm Roye, denied that the firm had bought, traded, or stored any of the stolen materiel. “Our crews did not enter the northern basin that night,” he said.

Nineteen fishing boats and two dozen barges were held in the outer roads until Wednesday evening… The café at the ferry terminal stayed open for stranded passengers.

In a separate case, police in Karsholm arrested three men in August and seized 1,500 metres of cable that had been stripped from the railway. The mayor of Karsholm called for more cameras along the line, and the council approved 2.5 million crowns for the work."""

PREPARED = prepare(ARTICLE)
EXACT, NORMALISED, FUZZY = AlignmentStatus.EXACT, AlignmentStatus.NORMALISED, AlignmentStatus.FUZZY


def place(first, last):
    start = ARTICLE.index(first)
    return Span(start, ARTICLE.index(last, start) + len(last))


def overlap(one, other):
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


DAMAGED = [
    ("verbatim", "closed both piers on Tuesday after thieves cut", EXACT, "closed both", "thieves cut"),
    ("straight marks around", '"Beginning today, the Marlow company has been cut off from the fuel depot,"', EXACT, "Beginning", "depot,"),
    ("straight apostrophe", "will review the harbour's safety record next month", NORMALISED, "will review", "next month"),
    ("white space", "It will face\n serious   difficulties in renewing", NORMALISED, "It will face", "renewing"),
    ("capitals", "THE COAST GUARD SEARCHED EVERY VESSEL THAT LEFT THE NORTHERN BASIN", NORMALISED, "The [Coast", "northern basin"),
    ("no capitals", "the mayor of karsholm called for more cameras", NORMALISED, "The mayor", "cameras"),
    ("dots of initials dropped", "The UN maritime office in Karsholm isn't taking part", NORMALISED, "The U.N.", "part"),
    ("contraction written out", "maritime office in Karsholm is not taking part in the inquiry", NORMALISED, "maritime", "inquiry"),
    ("number in figures", "19 fishing boats and 24 barges were held in the outer roads", NORMALISED, "Nineteen", "outer roads"),
    ("figures without comma", "thieves cut 4200 metres of copper cable", NORMALISED, "thieves", "cable"),
    ("number in words", "over nine thousand litres of fuel", NORMALISED, "over 9,000", "fuel"),
    ("decomposed accent", "The cafe\u0301 at the ferry terminal stayed open", NORMALISED, "The café", "open"),
    ("accent lost", "The cafe at the ferry terminal stayed open", NORMALISED, "The café", "open"),
    ("soft hyphen", "stranded pas\u00adsengers.", NORMALISED, "stranded", "passengers"),
    ("commas dropped", "had bought traded or stored any of the stolen materiel", NORMALISED, "had bought", "materiel"),
    ("bracket marks dropped", "The Coast Guard searched every vessel that left", NORMALISED, "The [Coast", "that left"),
    ("ellipsis dropped", "until Wednesday evening The café at the ferry terminal", NORMALISED, "until", "ferry terminal"),
    ("dash for dash", "March 3 - The harbour authority of Port Linnet", NORMALISED, "March 3", "of Port Linnet"),
    ("spelling", "had bought, traded or stored any of the stolen material", FUZZY, "had bought", "materiel"),
    ("bracket left out", "every vessel that left the northern basin before dawn and found none of the stolen goods", FUZZY, "every vessel", "stolen goods"),
    ("bracket swapped", "The [crew] searched every vessel that left the northern basin", FUZZY, "The [Coast", "northern basin"),
    ("attribution between quotations left out", "the Marlow company has been cut off from the fuel depot. It will face serious difficulties", FUZZY, "the Marlow company", "difficulties"),
    ("attribution between commas left out", "The office will review the harbour’s safety record", FUZZY, "The office, he", "record"),
    ("ellipsis", "We have lost over 9,000 litres of fuel … the gangs are increasingly desperate to sell what they took", FUZZY, "We have lost", "they took"),
    ("dots in brackets", "the council approved [...] for the work", FUZZY, "the council", "for the work"),
    ("three pieces", "We have lost over 9,000 litres of fuel ... since the autumn storms (…) the gangs are increasingly desperate", FUZZY, "We have lost", "desperate"),
    ("ellipsis at the ends", "…police in Karsholm arrested three men in August and seized…", NORMALISED, "police", "seized"),
    ("one word changed", "a great deal of signalling gear since the autumn storms", FUZZY, "a great deal", "storms"),
    ("article changed", "The mayor of Karsholm called for more cameras along that line", FUZZY, "The mayor", "along the line"),
    ("small word dropped", "seized 1,500 metres of cable that had been stripped from railway", FUZZY, "seized", "railway"),
    ("first word changed", "This office, he added, will review the harbour’s safety record next month", FUZZY, "The office", "next month"),
    ("last word changed", "Our crews did not enter the northern basin that nigth", FUZZY, "Our crews", "that night"),
    ("typing error", "The mayor of Karsholm called for more camreas along the line, and the council approved", FUZZY, "The mayor", "approved"),
    ("word divided at a line end", "a great deal of signalling equip-\nment since the autumn storms", FUZZY, "a great deal", "storms"),
    ("two words glued", "after thieves cut 4,200 metres of coppercable, officials said", FUZZY, "after thieves", "officials said"),
    ("inflection", "police in Karsholm arrested three men in August and seizes 1,500 metres of cable", FUZZY, "police", "of cable"),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "quote", "status", "first", "last"), DAMAGED, ids=[row[0] for row in DAMAGED])
def test_a_damaged_quotation_is_found_where_it_stands(damage, quote, status, first, last):
    found = align(quote, PREPARED)
    assert found is not None
    assert found.status is status
    assert overlap(found, place(first, last)) >= 0.9, ARTICLE[found.start : found.end]


FABRICATED = [
    ("digit added", "We have lost over 19,000 litres of fuel and a great deal of signalling equipment"),
    ("digit changed", "thieves cut 4,300 metres of copper cable, officials said"),
    ("number cut from a longer one", ",200 metres of copper cable, officials said"),
    ("number in words changed", "Nineteen fishing boats and three dozen barges were held in the outer roads"),
    ("scale changed", "the council approved 2.5 billion crowns for the work"),
    ("number added", "police in Karsholm arrested three men in August 2021 and seized 1,500 metres of cable"),
    ("number dropped", "police in Karsholm arrested men in August and seized 1,500 metres of cable"),
    ("not inserted", "It will not face serious difficulties in renewing its licence"),
    ("not dropped", "Our crews did enter the northern basin that night"),
    ("contraction undone", "The U.N. maritime office in Karsholm is taking part in the inquiry"),
    ("never inserted", "the Marlow company has never been cut off from the fuel depot"),
    ("none dropped", "every vessel that left the northern basin before dawn and found all of the stolen goods"),
    ("denial turned", "Marlow’s director, Anselm Roye, admitted that the firm had bought, traded, or stored any of the stolen materiel"),
    ("name swapped", "the Coast Guard searched every vessel that left the Marlow basin"),
    ("place swapped", "The mayor of Brennock called for more cameras along the line"),
    ("place swapped for one of the text", "The mayor of Port Linnet called for more cameras along the line, and the council approved"),
    ("name swapped in capitals", "THE MAYOR OF BRENNOCK CALLED FOR MORE CAMERAS ALONG THE LINE"),
    ("name swapped in small letters", "the mayor of brennock called for more cameras along the line"),
    ("person swapped", "Marlow’s director, Teresa Olin, denied that the firm had bought, traded, or stored any of the stolen materiel"),
    ("first word a swapped name", "Karsholm’s director, Anselm Roye, denied that the firm had bought"),
    ("parties turned round", "the fuel depot has been cut off from the Marlow company"),
    ("weekday swapped", "closed both piers on Thursday after thieves cut 4,200 metres"),
    ("month swapped", "police in Karsholm arrested three men in March and seized 1,500 metres of cable"),
    ("unit swapped", "thieves cut 4,200 miles of copper cable, officials said"),
    ("over to under", "We have lost under 9,000 litres of fuel and a great deal of signalling equipment"),
    ("will to may", "It may face serious difficulties in renewing its licence"),
    ("before to after", "every vessel that left the northern basin (near Gull Rock) after dawn and found none of the stolen goods"),
    ("opposite verb", "The mayor of Karsholm called for more cameras along the line, and the council rejected 2.5 million crowns"),
    ("opposite by prefix", "Anselm Roye, denied that the firm had unbought, traded, or stored any of the stolen materiel"),
    ("opposite place", "every vessel that left the southern basin (near Gull Rock) before dawn"),
    ("two sentences spliced", "the Marlow company has been cut off from the fuel depot and the council approved 2.5 million crowns"),
    ("spliced with an ellipsis from far apart", "We have lost over 9,000 litres of fuel … the council approved 2.5 million crowns for the work"),
    ("pieces out of order", "It will face serious difficulties … the Marlow company has been cut off"),
    ("half sentences joined by an ellipsis", "The harbour authority … will review the harbour’s safety record"),
    ("half sentences of one paragraph joined", "police in Karsholm arrested three men … called for more cameras along the line"),
    ("negation hidden in an ellipsis", "Our crews did … enter the northern basin that night"),
    ("negation in the quotation's brackets", "It will [not] face serious difficulties in renewing"),
    ("number in the quotation's brackets", "the council approved 2.5 million crowns for the [20] work"),
    ("wrong name in the quotation's brackets", "The [Brennock] searched every vessel that left the northern basin"),
    ("wrong name of the text in the quotation's brackets", "The [Karsholm] searched every vessel that left the northern basin"),
    ("wrong name in small letters in the quotation's brackets", "the [karsholm] searched every vessel that left the northern basin"),
    ("spliced across a paragraph", "Our crews did not enter the northern basin that night … The café at the ferry terminal stayed open"),
    ("quotation and narration spliced", "“It will face serious difficulties … The U.N. maritime office in Karsholm isn’t taking part"),
    ("piece with a wrong number", "We have lost over 19,000 litres of fuel … the gangs are increasingly desperate to sell"),
    ("paraphrase", "Officials said that the harbour authority closed the piers after copper cable was cut by thieves"),
    ("paraphrase of a quotation", "The gangs, increasingly desperate, want to sell what they took since the autumn storms"),
    ("words of the article in a new order", "thieves of the harbour authority cut both piers and closed copper cable"),
    ("nothing of the article", "A volcano on the far side of the island threw ash over the villages"),
    ("short and changed", "closed the piers"),
    ("short and inside a word", "arbour"),
    ("few words, one changed", "the stolen boats"),
    ("no words", "…"),
    ("empty", ""),
    ("white space", " \n "),
]  # fmt: skip


@pytest.mark.parametrize(("change", "quote"), FABRICATED, ids=[row[0] for row in FABRICATED])
def test_a_quotation_that_says_something_else_is_refused(change, quote):
    assert align(quote, PREPARED) is None


SENTENCES = [ARTICLE[span.start : span.end] for span in sentences(ARTICLE) if span.end - span.start > 60]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_not_put_between_any_two_words_of_a_sentence_is_refused(sentence):
    words = sentence.split()
    for at in range(1, len(words)):
        assert align(" ".join([*words[:at], "not", *words[at:]]), PREPARED) is None


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_name_of_elsewhere_for_any_word_inside_a_sentence_is_refused(sentence):
    words = sentence.split()
    for at in range(1, len(words)):
        if words[at][-1].isalpha():
            assert align(" ".join([*words[:at], "Brennock", *words[at + 1 :]]), PREPARED) is None


@pytest.mark.parametrize("row", GUARDED_WORDS, ids=[row.name for row in GUARDED_WORDS])
def test_each_row_of_guarded_words_stops_the_harm_that_it_names(row):
    text = prepare(f"The old town told a crowd at the gate that {row.kept} as planned by the council.")
    assert align(f"The old town told the crowd at the gate that {row.kept} as planned by the council.", text)
    assert align(f"The old town told a crowd at the gate that {row.changed} as planned by the council.", text) is None


@pytest.mark.parametrize("row", OPPOSITES, ids=[row.name for row in OPPOSITES])
def test_opposites_stand_on_two_sides(row):
    assert not row.one & row.other
    assert all(are_opposite(one, other) and are_opposite(other, one) for one in row.one for other in row.other)


def test_spellings_of_one_word_are_told_from_two_words():
    assert are_spellings("organisation", "organization")
    assert are_spellings("labour", "labor")
    assert not are_spellings("boat", "goat")
    assert not are_spellings("pier", "harbour")


TWICE = "The gate was shut at noon by guards. Later the rain came. Then the gate was shut at noon by guards again."


def test_of_equal_passages_the_one_near_the_hint_is_taken_else_the_first():
    quote, text = "gate was shut at noon by guards", prepare(TWICE)
    first, second = TWICE.index("gate"), TWICE.rindex("gate")
    assert align(quote, text).start == first
    assert align(quote, text, near=Span(len(TWICE) - 5, len(TWICE))).start == second
    assert align(quote.upper(), text, near=Span(len(TWICE) - 5, len(TWICE))).start == second


def test_between_two_look_alikes_none_is_taken():
    text = prepare(
        "The old mill on the river was burnt down by careless boys on the eve of the fair.\n"
        "The old barn on the river was burnt down by careless boys on the eve of the fair."
    )
    assert align("The old shed on the river was burnt down by careless boys on the eve of the fair", text) is None
    assert align("The old barn on the river was burnt down by careless boys on the eve of the fair", text) is not None


def test_a_number_decides_between_two_look_alikes():
    text = prepare("About 300 sheep were driven over the western hills by night.\nAbout 900 sheep were driven over the western hills by night.")  # fmt: skip
    found = align("About 900 sheep were driven over these western hills by night", text)
    assert found is not None
    assert text.text[found.start :].startswith("About 900")


def test_a_quotation_is_not_moved_to_a_look_alike_when_its_own_place_differs_in_a_number():
    text = prepare(
        "The council will send 300 sheep over the western hills by night this spring.\n"
        "The council will send 900 black sheep over those western hills by night this spring."
    )
    assert align("The council will send 900 sheep over the western hills by night this spring", text) is None


def test_half_of_a_longer_number_or_of_a_negated_word_is_not_found():
    text = prepare("He said that 19,000 people were unable to reach the shelters in the hills. It was illegal to stay.")
    assert align("9,000 people were unable to reach", text) is None
    assert align("able to reach the shelters in the hills", text) is None
    assert align("legal to stay.", text) is None
    assert align("people were unable to reach the shel", text).status is EXACT


def test_a_short_bracket_that_negates_may_not_be_left_out():
    text = prepare("“We will [not] sell the eastern woods to the company,” the mayor of the town said on Monday.")
    assert align("We will sell the eastern woods to the company", text) is None
    assert align("We will not sell the eastern woods to the company", text) is not None


def test_a_very_long_quotation_of_changing_words_is_handled():
    words = [f"word{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(400)]
    text = prepare("Intro. " + " ".join(words) + " End.")
    assert align(" ".join(words), text).status is EXACT
    assert align(", ".join(words), text).status is NORMALISED
    assert align(" ".join([*words[:200], "other", *words[200:]]), text) is None


MIXED_TEXT = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("abc ABC not 0123456789 ,.’'“”…[]()-—\r\n\tйשׁלוםمرحبا漢字かなが한국😀👩‍👧é\u0301\u0308\u00ad\u200b\ufb01½İß"),
    ),
    max_size=120,
)  # fmt: skip
MIXED_WORD = st.text(
    alphabet="abcABC,.’”…-\r\nйשׁםمرب漢字か한국😀👩‍é\u0301\u0308\u00ad\u200b\ufb01İß", min_size=1, max_size=8
)


@settings(deadline=None, max_examples=300)
@given(st.lists(MIXED_WORD, min_size=8, max_size=30).map(" ".join), st.data())
def test_any_slice_that_is_long_enough_is_found_verbatim(text, data):
    start = data.draw(st.integers(0, len(text) // 3))
    end = data.draw(st.integers(2 * len(text) // 3, len(text)))
    quote = text[start:end]
    assume(len(quote.strip()) >= 15 and len(words_of(quote)) >= 3)
    # Half a number is another number, and a word less its "un" another word.
    assume(not any(char.isnumeric() for char in text[max(0, start - 8) : start + 8] + text[max(0, end - 8) : end + 8]))
    assume(not text[:start].casefold().endswith(NEGATIVE_PREFIXES))
    found = align(quote, prepare(text))
    assert found is not None
    assert found.status is EXACT
    assert text[found.start : found.end] == quote.strip()


@settings(deadline=None, max_examples=300)
@given(MIXED_TEXT, MIXED_TEXT, st.booleans())
@example("isn't it so isn't", "is not it so", False)
@example("a ... b ... c d e f", "… a b … c d e f …", True)
def test_alignment_never_raises_and_never_leaves_the_text(text, quote, is_slice):
    if is_slice:
        quote = text[len(text) // 4 : 3 * len(text) // 4].swapcase().replace(" ", " … ", 1)
    found = align(quote, prepare(text), near=Span(0, 3))
    assert found is None or 0 <= found.start < found.end <= len(text)


@settings(deadline=None, max_examples=300)
@given(MIXED_TEXT)
@example("N'T 's x´s \u0301's CANNOT")
def test_every_word_stands_at_its_place_in_order(text):
    words = words_of(text)
    assert all(0 <= word.start < word.end <= len(text) and word.key for word in words)
    assert all(one.start <= other.start and one.end <= other.end for one, other in itertools.pairwise(words))


@settings(deadline=None)
@given(st.sampled_from([sentence for sentence in SENTENCES if re.search(r"\d", sentence)]), st.data())
def test_one_digit_changed_is_refused_when_the_text_has_no_such_number(sentence, data):
    digits = [at for at, char in enumerate(sentence) if char.isdigit()]
    at = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from("0123456789"))
    changed = sentence[:at] + digit + sentence[at + 1 :]
    assume(changed != sentence)
    numbers = {word.key for word in PREPARED.words}
    assume(any(word.key not in numbers for word in words_of(changed)))
    assert align(changed, PREPARED) is None


@settings(deadline=None)
@given(st.sampled_from(SENTENCES), st.randoms(use_true_random=False))
def test_what_copying_damages_still_leads_to_the_sentence(sentence, random):
    damage = [
        lambda quote: quote.replace("’", "'").replace("“", '"').replace("”", '"'),
        str.upper,
        str.lower,
        lambda quote: quote.replace(" ", "\u00a0 "),
        lambda quote: quote.replace(",", ""),
        lambda quote: quote.replace("é", "e\u0301"),
    ]
    quote = sentence
    for change in random.sample(damage, 3):
        quote = change(quote)
    found = align(quote, PREPARED)
    assert found is not None
    start = ARTICLE.index(sentence)
    assert overlap(found, Span(start, start + len(sentence))) >= 0.9
