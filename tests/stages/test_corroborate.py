"""corroborate: independent origins are counted, not outlets."""

from __future__ import annotations

from schemas.articles import SharedPassage, TextSpan
from schemas.claims import Factuality
from schemas.clusters import CorroborationStatus, OriginKind
from schemas.replies import Voice
from service.judging.voices import Voices
from service.stages.compare import Differences
from service.stages.corroborate import corroborate
from tests.making import article, claim, cluster, story

NOTHING = Differences((), (), (), (), ())


def standing(*claims, articles, voices=(), shared=()):
    whole = story(*claims, articles=articles)
    [only] = corroborate([cluster(*claims)], NOTHING, Voices(whole, voices), shared, whole)
    return only


def told(outlet: str, text: str = "The bridge fell.", credit: str | None = None, **fields):
    said_in = article(outlet, text, credit=credit)
    return said_in, claim(said_in, text, **fields)


def test_five_papers_that_quote_one_spokesman_are_one_origin():
    pairs = [told(f"Paper {number}", speaker="Mira Dann") for number in range(5)]
    found = standing(*(each for _, each in pairs), articles=[each for each, _ in pairs])
    assert found.status is CorroborationStatus.ECHOED
    assert [origin.name for origin in found.origins] == ["Mira Dann"]
    assert len(found.outlets) == 5


def test_two_named_speakers_corroborate():
    a, first = told("Herald", speaker="Mira Dann")
    b, second = told("Post", speaker="Otto Feld")
    assert standing(first, second, articles=[a, b]).status is CorroborationStatus.CORROBORATED


def test_two_who_speak_for_one_institution_are_one_origin():
    a, first = told("Herald", speaker="Mira Dann", institution="Harbour Office")
    b, second = told("Post", speaker="Otto Feld", institution="Harbour Office")
    found = standing(first, second, articles=[a, b])
    assert found.status is CorroborationStatus.ECHOED
    [origin] = found.origins
    assert (origin.kind, origin.also_known_as) == (OriginKind.INSTITUTION, ("Mira Dann", "Otto Feld"))


def test_an_analyst_may_join_speakers_into_one_voice():
    a, first = told("Herald", speaker="Mira Dann")
    b, second = told("Post", speaker="Harbour Office")
    voice = Voice(institution="Harbour Office", speakers=["Mira Dann", "Harbour Office"])
    assert standing(first, second, articles=[a, b], voices=[voice]).status is CorroborationStatus.ECHOED


def test_an_analyst_cannot_join_names_that_the_story_lacks():
    a, first = told("Herald", speaker="Mira Dann")
    b, second = told("Post", speaker="Otto Feld")
    voice = Voice(institution="Nobody", speakers=["Mira Dann", "Somebody Else"])
    assert len(standing(first, second, articles=[a, b], voices=[voice]).origins) == 2


def test_an_outlet_that_leaves_the_speaker_out_does_not_corroborate_him():
    a, first = told("Herald", speaker="Mira Dann")
    b, second = told("Post")
    found = standing(first, second, articles=[a, b])
    assert found.status is CorroborationStatus.ECHOED
    assert "Post without naming a source" in found.reason


def test_outlets_that_each_report_for_themselves_corroborate():
    a, first = told("Herald")
    b, second = told("Post")
    assert standing(first, second, articles=[a, b]).status is CorroborationStatus.CORROBORATED


def test_outlets_that_credit_one_wire_are_one_origin():
    a, first = told("Herald", credit="AFP")
    b, second = told("Post", credit="Reuters, AFP")
    assert standing(first, second, articles=[a, b]).status is CorroborationStatus.ECHOED


def test_outlets_that_share_a_passage_are_one_origin():
    a, first = told("Herald")
    b, second = told("Post")
    span = TextSpan(start=0, end=16)
    shared = SharedPassage(article_ids=(a.id, b.id), spans=(span, span), words=30)
    assert standing(first, second, articles=[a, b], shared=[shared]).status is CorroborationStatus.ECHOED


def test_unnamed_sources_of_two_papers_are_one_origin():
    a, first = told("Herald", speaker="two officials familiar with the talks")
    b, second = told("Post", speaker="senior officials")
    found = standing(first, second, articles=[a, b])
    assert [origin.kind for origin in found.origins] == [OriginKind.UNNAMED]
    assert found.status is CorroborationStatus.ECHOED


def test_who_is_silent_on_a_point_is_told():
    a, first = told("Herald")
    b, _ = told("Post", "The road is open.")
    found = standing(first, articles=[a, b])
    assert (found.status, found.silent) == (CorroborationStatus.SINGLE_SOURCE, ("Post",))


def test_two_articles_of_one_outlet_are_one_origin():
    a, first = told("Herald")
    b, second = told("HERALD", "In the night the bridge fell.")
    assert len(standing(first, second, articles=[a, b]).origins) == 1


def test_a_reported_denial_does_not_vouch_for_what_it_denies():
    a, first = told("Herald", "Peru bought grain from Chile.")
    b, second = told("Post", "Peru denied buying grain.", speaker="Peru", factuality=Factuality.DENIED)
    found = standing(first, second, articles=[a, b])
    assert [origin.name for origin in found.origins] == ["Herald"]
    assert found.status is CorroborationStatus.SINGLE_SOURCE
    assert found.reason == "1 outlet, 1 independent origin: Herald; denied by Peru"


def test_an_outlet_that_reports_a_denial_is_not_silent_on_the_point():
    a, first = told("Herald", "Peru bought grain from Chile.")
    b, second = told("Post", "Peru denied buying grain.", speaker="Peru", factuality=Factuality.DENIED)
    found = standing(first, second, articles=[a, b])
    assert (found.outlets, found.silent) == (("Herald", "Post"), ())


def test_where_every_claim_denies_the_deniers_are_the_origins_of_the_denial():
    a, first = told("Herald", speaker="Peru", factuality=Factuality.DENIED)
    b, second = told("Post", speaker="Chile", factuality=Factuality.DENIED)
    found = standing(first, second, articles=[a, b])
    assert [origin.name for origin in found.origins] == ["Peru", "Chile"]
    assert "denied by" not in found.reason


def test_a_wire_that_is_itself_an_outlet_is_one_origin_with_those_who_credit_it():
    a, first = told("Reuters")
    b, second = told("Post", credit="Reuters")
    [origin] = standing(first, second, articles=[a, b]).origins
    assert (origin.name, origin.kind, origin.also_known_as) == ("Reuters", OriginKind.WIRE, ("Post",))


def test_one_wire_under_two_names_is_one_origin():
    a, first = told("Herald", credit="AP")
    b, second = told("Post", credit="The Associated Press and AFP")
    assert len(standing(first, second, articles=[a, b]).origins) == 1


def test_two_outlets_that_credit_different_wires_corroborate():
    a, first = told("Herald", credit="AP")
    b, second = told("Post", credit="AFP")
    assert [origin.name for origin in standing(first, second, articles=[a, b]).origins] == ["AP", "AFP"]
