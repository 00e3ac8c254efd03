"""The generator of claims and articles: repeatable, and as its shape is told."""

from __future__ import annotations

from collections import Counter
from datetime import date

from evals.bench.synthetic import MOST_VARIANTS, synthetic_story, synthetic_texts
from service.stages.ingest import InputLimits, ingest


def test_the_same_seed_makes_the_same_claims_and_another_seed_makes_others():
    assert synthetic_story(200) == synthetic_story(200)
    assert synthetic_story(200).claims != synthetic_story(200, seed=1).claims


def test_the_same_seed_makes_the_same_articles():
    assert synthetic_texts(5, 9) == synthetic_texts(5, 9)


def test_as_many_claims_are_made_as_asked_for_and_no_two_share_an_id():
    made = synthetic_story(500)
    assert len(made.claims) == len(made.story.claims) == 500


def test_every_claim_is_in_one_cluster_of_one_to_five():
    made = synthetic_story(500)
    placed = Counter(claim_id for cluster in made.clusters for claim_id in cluster.claim_ids)
    assert placed == Counter(claim.id for claim in made.claims)
    assert {len(cluster.claim_ids) for cluster in made.clusters} == set(range(1, MOST_VARIANTS + 1))


def test_the_claims_of_a_cluster_are_of_different_articles():
    made = synthetic_story(500)
    for cluster in made.clusters:
        articles = [made.story.claims[claim_id].article_id for claim_id in cluster.claim_ids]
        assert len(set(articles)) == len(articles)


def test_every_claim_carries_a_time_and_an_amount_that_were_read_from_its_own_words():
    for claim in synthetic_story(300).claims:
        assert claim.when is not None
        assert claim.when.surface in claim.statement
        assert [quantity.surface in claim.statement for quantity in claim.quantities] == [True]


def test_the_articles_are_read_by_the_product_with_outlet_and_day(tmp_path):
    for at, text in enumerate(synthetic_texts(3, 9)):
        (tmp_path / f"{at}.md").write_text(text, encoding="utf-8")
    intake = ingest([tmp_path], InputLimits(), date(2026, 1, 1))
    assert [article.outlet for article in intake.articles] == ["Outlet 1", "Outlet 2", "Outlet 3"]
    assert all(article.published for article in intake.articles)
    assert all(article.text.count(".") >= 9 for article in intake.articles)
