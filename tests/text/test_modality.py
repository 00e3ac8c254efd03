"""modality: a negation or a doubt that a wording drops or adds is told; another wording of it is not."""

from __future__ import annotations

import pytest

from service.text.inflection import stem_of, tokens_of
from service.text.modality import changed_certainty, changed_modality, changed_negation


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The ministry confirmed the deal.", "The ministry did not confirm the deal.", "not confirm"),
        ("The port has closed.", "The port hasn’t closed.", "hasn't closed"),
        ("There is evidence of fraud.", "The auditor saw no evidence of fraud.", "no evidence"),
        ("The treaty was signed.", "The treaty has yet to be signed.", "yet signed"),
        ("The mill polluted the river.", "The mill denied that it had polluted the river.", "denied polluted"),
        ("The mill polluted the river.", "The mill denied polluting the river.", "denied polluting"),
        ("The ministry did not confirm the deal.", "The ministry confirmed the deal.", "not confirm"),
        ("The port never closed.", "The port closed at noon.", "never closed"),
    ],
)
def test_a_negation_that_only_one_side_has_is_told(text, source, told):
    assert changed_negation(text, [source]) == changed_modality(text, [source]) == [told]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The treaty has not been signed.", "The treaty has yet to be signed."),
        ("The treaty was not signed.", "No treaty was signed."),
        ("No treaty was signed.", "The treaty was not signed."),
        ("The mill denied polluting the river.", "The mill said it did not pollute the river."),
        ("Neither the mill nor its owner paid.", "The mill did not pay, nor did its owner."),
        ("The port will open in June.", "The port will not open before June."),
        ("The port closed.", "Not only the port closed but the airport too."),
        ("The mill lacked evidence.", "The mill did not have evidence."),
        (
            "The mayor did not close the bridge; the storm did.",
            "The mayor did not close the bridge. It closed by itself.",
        ),
        ("The army was not told.", "Nobody told the army."),
        ("The mill said it was not polluting the river.", "Charges that it was polluting were denied by the mill."),
        ("The charges are old.", "The mill denied the charges."),
    ],
)
def test_another_wording_of_a_negation_is_no_change(text, source):
    assert changed_negation(text, [source]) == []


@pytest.mark.parametrize(
    ("text", "source", "told"),
    [
        ("The fire killed 12 miners.", "The fire may have killed 12 miners.", "may killed"),
        ("Chile opened the port.", "Chile plans to open the port.", "plans open"),
        ("The clerk stole the money.", "The clerk allegedly stole the money.", "allegedly stole"),
        ("The mayor said the dam collapsed.", "The dam could collapse, the mayor said.", "could collapse"),
    ],
)
def test_what_is_held_possible_planned_or_alleged_may_not_be_told_as_fact(text, source, told):
    assert changed_certainty(text, [source]) == [told]
    assert changed_negation(text, [source]) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The fire possibly killed 12 miners.", "The fire may have killed 12 miners."),
        ("Chile wants to open the port.", "Chile plans to open the port."),
        ("Police said the clerk stole the money.", "The clerk allegedly stole the money."),
        ("The clerk is accused of having stolen money.", "The clerk allegedly stole the money."),
        ("The fire killed 12 miners.", "The fire killed 12 miners and may have killed more."),
        ("Peru gave support.", "Peru could support the plan."),
    ],
)
def test_a_doubt_that_is_kept_in_other_words_is_no_change(text, source):
    assert changed_certainty(text, [source]) == []


@pytest.mark.parametrize(
    "forms",
    ["stop stops stopped stopping", "deny denies denied denying", "close closes closed closing", "sell sold selling",
     "confirm confirmed confirming", "reach reaches reached", "die died dies dying", "control controlled"],
)  # fmt: skip
def test_the_forms_of_a_word_share_a_stem(forms):
    assert len({stem_of(form) for form in forms.split()}) == 1


def test_words_that_are_no_forms_of_each_other_have_their_own_stems():
    words = ["kill", "injure", "close", "clear", "deal", "death", "said", "sad", "bring", "red", "reed"]
    assert len({stem_of(word) for word in words}) == len(words)


def test_a_word_knows_the_punctuation_before_it():
    assert [token.mark for token in tokens_of("It fell, he said. So?")] == ["", "", ",", "", "."]
