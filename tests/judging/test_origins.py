"""Who vouches: general words are nobody, an institution's speakers are one voice, an outlet is one house."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.claims import Factuality
from schemas.clusters import OriginKind
from schemas.replies import Voice
from service.judging import voices as voices_module
from service.judging.origins import copies_of, origins_of
from service.judging.speakers import GENERAL_WORDS, is_unnamed, read_speaker
from service.judging.voices import Voices
from service.text.names import same_organisation
from service.text.pages.credits import AGENCIES, agencies_of, find_agency
from tests.making import article, claim, story


def said_by(*speakers: str | tuple[str, str | None], **fields):
    """One claim by each speaker (and what it speaks for), each in an outlet of its own, and the voices of the story."""
    claims, articles = [], []
    for number, speaker in enumerate(speakers):
        name, institution = speaker if isinstance(speaker, tuple) else (speaker, None)
        said_in = article(f"Paper {number}", "The ferry ran aground.")
        articles.append(said_in)
        claims.append(claim(said_in, said_in.text, speaker=name, institution=institution, **fields))
    return claims, story(*claims, articles=articles)


def origins(*speakers: str | tuple[str, str | None], voices=()):
    claims, told = said_by(*speakers)
    return origins_of(claims, told, Voices(told, voices), copies_of(told.articles.values(), ())).origins


@pytest.mark.parametrize("row", GENERAL_WORDS, ids=lambda row: row.standing)
def test_each_row_of_general_words_reads_its_example(row):
    assert read_speaker(row.example).standing is row.standing
    assert is_unnamed(row.example)


UNNAMED = (
    "a senior US official",
    "two US officials",
    "A former Lindqvist aide",
    "a spokesman",
    "Authorities",
    "local media",
    "police",
    "residents of Varna",
    "Three people briefed on the Varna talks",
    "Western diplomats",
    "the defence minister",
    "the minister of defence",
    "US Official",
    "an adviser to Mira Dann",
    "eyewitnesses",
    "medics at the Salden hospital",
    "he",
    "the company",
    "a senior official, speaking on condition of anonymity",
    "Peruvian and Chilean officials",
)
NAMED = (
    "Mira Dann",
    "Julie Bishop",
    "Treasury official Mira Dann",
    "the ministry's spokeswoman, Mira Dann",
    "Mira Dann, a spokeswoman",
    "Secretary of State Mira Dann",
    "Minister for Health Mira Dann",
    "Attorney General Mira Dann",
    "witness Mira Dann",
    "Varna police",
    "police in Varna",
    "Ministry of Defence",
    "the Home Office",
    "General Motors",
    "European Union",
    "Justice Department",
    "Peru",
    "WHO",
)


@pytest.mark.parametrize("speaker", UNNAMED)
def test_words_that_could_mean_anybody_are_unnamed(speaker):
    assert is_unnamed(speaker)


@pytest.mark.parametrize("speaker", NAMED)
def test_a_name_makes_a_speaker_somebody(speaker):
    assert not is_unnamed(speaker)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_any_words_for_a_speaker_can_be_read(speaker):
    phrase = read_speaker(speaker)
    assert phrase.named or phrase.standing is not None


READ_INSTITUTIONS = (
    ("a Treasury spokesman", "Treasury"),
    ("National Security Council spokesman Otto Feld", "National Security Council"),
    ("Otto Feld, a spokesman for the National Security Council", "National Security Council"),
    ("a Peruvian foreign ministry spokeswoman", "Peruvian foreign ministry"),
    ("Bank of Peru spokesman", "Bank of Peru"),
    ("the Pentagon's spokesman", "Pentagon"),
    ("White House press secretary Mira Dann", "White House"),
    ("an official at the Pentagon", "Pentagon"),
    ("Senior US official", "US"),
    ("Peruvian Foreign Minister", "Peruvian"),
    ("a Western official", None),
    ("Senior officials", None),
    ("a Ministry spokesman", None),
    ("a former Pentagon official", None),
    ("Peruvian and Chilean officials", None),
    ("witnesses at the Treasury", None),
)


@pytest.mark.parametrize(("speaker", "institution"), READ_INSTITUTIONS)
def test_the_institution_is_the_name_that_stands_with_the_office(speaker, institution):
    assert read_speaker(speaker).institution == institution


def test_officials_of_two_papers_are_one_origin():
    [origin] = origins("a senior US official", "two US officials")
    assert origin.kind is OriginKind.UNNAMED


def test_an_official_speaks_for_the_institution_that_the_story_has():
    [origin] = origins("a Pentagon official", ("Mira Dann", "US Department of Defense"))
    assert origin.kind is OriginKind.INSTITUTION


def test_an_official_of_an_institution_that_the_story_lacks_is_unnamed():
    [origin] = origins("a Pentagon official")
    assert origin.kind is OriginKind.UNNAMED


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Mira Dann", "Treasury"), "a Treasury spokesman"),
        ("Treasury", "a spokesman for the Treasury Department"),
        ("National Security Council", "National Security Council spokesman Otto Feld"),
        (("Mira Dann", "Rural Water Board"), "RWB"),
        (("Mira Dann", "Peruvian Health Ministry"), "Peru's health ministry"),
        ("the mayor", "Mayor Mira Dann"),
    ],
)
def test_an_institution_and_who_speaks_for_it_are_one_origin(first, second):
    assert len(origins(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Peru", "Chile"),
        ("a Treasury spokesman", "a Pentagon spokesman"),
        ("Peruvian President Mira Dann", "Peruvian lawmaker Otto Feld"),
        (("officials", "Treasury"), ("officials", "Coast Guard")),
    ],
)
def test_who_speaks_for_different_institutions_stays_apart(first, second):
    assert len(origins(first, second)) == 2


def test_a_voice_with_a_name_is_not_called_by_its_unnamed_members():
    voice = Voice(institution="", speakers=["officials", "Mira Dann"])
    [origin] = origins("officials", "officials", "Mira Dann", voices=[voice])
    assert origin.name == "Mira Dann"


TWO_OF_TWO = (("Mira Dann", "Treasury Department"), ("Otto Feld", "Harbour Office"))


@pytest.mark.parametrize(
    "speakers",
    [
        ["Mira Dann (Treasury Department)", "Otto Feld (Harbour Office)"],
        ["mira dann (treasury department)", "OTTO FELD (HARBOUR OFFICE)"],
        ["Mira Dann", "Otto  Feld"],
        ["Treasury Department", "Otto Feld"],
    ],
)
def test_an_analyst_may_name_speakers_in_any_case_with_or_without_their_institution(speakers):
    assert len(origins(*TWO_OF_TWO, voices=[Voice(institution="x", speakers=speakers)])) == 1


def test_names_that_the_story_lacks_are_counted_and_join_nothing():
    claims, told = said_by(*TWO_OF_TWO)
    joined = Voices(told, [Voice(institution="x", speakers=["Nobody", "Mira Dann", "Nil", "Nobody"])])
    assert joined.unknown == ("Nobody", "Nil")
    assert not joined.same(*claims)


def test_officials_of_two_institutions_cannot_be_named_without_saying_whose():
    _, told = said_by(("officials", "Treasury"), ("officials", "Coast Guard"), "Mira Dann")
    assert Voices(told, [Voice(institution="x", speakers=["officials", "Mira Dann"])]).unknown == ("officials",)


def test_two_who_speak_for_one_institution_are_the_same_voice():
    claims, told = said_by(("Mira Dann", "Treasury"), "a Treasury spokesman", "Otto Feld")
    joined = Voices(told, ())
    assert joined.same(claims[0], claims[1])
    assert not joined.same(claims[0], claims[2])


def test_officials_of_two_institutions_are_two_voices_though_called_alike():
    claims, told = said_by(("officials", "Treasury"), ("officials", "Coast Guard"), ("officials", "Treasury"))
    joined = Voices(told, ())
    assert not joined.same(claims[0], claims[1])
    assert joined.same(claims[0], claims[2])


def test_named_politicians_of_one_country_are_not_its_voice():
    assert len(origins("Peru", "Peruvian President Mira Dann", "Peruvian Minister Otto Feld")) == 3


def test_an_outlet_in_its_own_voice_is_the_same_voice_as_nobody():
    claims, told = said_by("Mira Dann", "Mira Dann")
    own = claims[0].model_copy(update={"attribution": claims[0].attribution.model_copy(update={"speaker": None})})
    assert not Voices(told, ()).same(own, own)
    assert Voices(told, ()).same(*claims)


def test_bodies_of_two_countries_are_not_one_voice_though_a_third_name_fits_both():
    claims, told = said_by("Peruvian Health Ministry", "Chilean Health Ministry", "the Health Ministry")
    joined = Voices(told, ())
    assert not joined.same(claims[0], claims[1])
    assert joined.same(claims[0], claims[2])


ORGANISATIONS = (
    *("Ministry of Defence", "the Defense Ministry", "Peru's Defence Ministry", "U.S. Treasury", "Treasury Department"),
    *("Rural Water Board", "RWB", "R.W.B.", "Rural Water Board (RWB)", "Rural Power Board", "Good Roads Ltd"),
    *("Goodroads GmbH", "Halvorsen", "Halvorsen Group", "Min. of Health", "Health Ministry", "Pentagon"),
    *("US Department of Defense", "United Nations", "UN", "Peru", "Peruvian", "Univ. of Porto", "University of Porto"),
    *("Harbour Safety Centre", "Harbor Safety Center", "Seventh Fleet", "7th Fleet", "Grey Fund", "Gray Fund"),
)


def test_blocking_finds_every_pair_that_comparing_all_with_all_finds():
    names = sorted(ORGANISATIONS)
    every = {pair for pair in combinations(names, 2) if same_organisation(*pair).same}
    assert set(voices_module._same_organisations(names)) == every


def test_many_institutions_are_compared_within_their_blocks_only(monkeypatch):
    compared = []

    def counting(first, second):
        compared.append((first, second))
        return same_organisation(first, second)

    monkeypatch.setattr(voices_module, "same_organisation", counting)
    things = ("river", "bridge", "army", "harbour", "storm", "night", "report", "budget", "water", "trade")
    names = [f"Ministry of {thing} {chr(65 + n)}{n}" for thing in things for n in range(20)]
    list(voices_module._same_organisations(names))
    assert len(compared) < 0.1 * len(names) ** 2 / 2


def test_denial_by_an_outlet_itself_names_the_outlet():
    claims, told = said_by("Mira Dann")
    post = article("Post", "Nothing of the sort happened.")
    denial = claim(post, post.text, factuality=Factuality.DENIED)
    whole = story(*claims, denial, articles=[*told.articles.values(), post])
    found = origins_of([*claims, denial], whole, Voices(whole, ()), copies_of(whole.articles.values(), ()))
    assert (found.denied_by, found.outlets) == (("Post",), ("Paper 0",))


def test_one_house_joins_articles_across_outlet_wire_and_spelling():
    articles = [
        article("Herald", "a"),
        article("herald ", "b"),
        article("AP News", "c"),
        article("Post", "d", credit="Associated Press"),
        article("Times", "e"),
    ]
    copies = copies_of(articles, ())
    first, again, wire, customer, alone = (copies[each.id] for each in articles)
    assert first == again
    assert wire == customer
    assert len({first, wire, alone}) == 3


@pytest.mark.parametrize("agency", AGENCIES, ids=lambda agency: agency.name)
def test_every_form_of_an_agency_stands_for_it_in_lower_case_too(agency):
    for form in agency.forms:
        assert find_agency(form) == find_agency(form.lower()) == agency.name


def test_a_credit_is_parted_into_agencies_and_others():
    assert agencies_of("The Associated Press and Reuters news agency, Varna Desk") == ("AP", "Reuters", "varna desk")
