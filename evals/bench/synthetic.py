"""Articles and claims made by a rule, in any number: the same seed makes the same ones.

Names and places are put together from syllables, as a real story's vocabulary keeps growing with its length; verbs and
nouns come from lists. Facts are told in one to five variants, each by another article, some with another number or day.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache
from itertools import islice
from typing import NamedTuple

from schemas.articles import Article
from schemas.base import content_id
from schemas.claims import AlignmentStatus, Attribution, Claim, EvidenceSpan, QuotationMode
from schemas.clusters import ClaimCluster
from schemas.values import AnchorBasis, Quantity, TimeValue
from service.story import Story
from service.text.dates import read_time
from service.text.quantities import read_quantity

SEED = 20240516
FIRST_DAY = date(2024, 5, 16)
ARTICLES = 50
MOST_VARIANTS = 5
CAST = 40
"""People who return throughout a story; everybody else is named in one fact only."""
DIFFERS = 0.15
"""Share of variants that give another number or day than the fact's first telling."""

ONSETS = (
    "B",
    "Ch",
    "D",
    "F",
    "G",
    "H",
    "J",
    "K",
    "L",
    "M",
    "N",
    "P",
    "R",
    "S",
    "T",
    "V",
    "W",
    "Y",
    "Z",
    "Br",
    "Kr",
    "St",
)
MIDDLES = ("a", "e", "i", "o", "u", "ai", "or", "en", "al", "is", "ar", "ul", "em", "ov")
CODAS = ("b", "d", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "nd", "rk", "lt")
PERSON_ENDS = ("ov", "sen", "ini", "ez", "man", "ic", "escu", "ara", "idis", "son")
PLACE_ENDS = ("burg", "grad", "ville", "stad", "abad", "ton", "polis", "ford", "minster", "haven")

ACTS = (
    ("evacuated", "moved out", "brought to safety"),
    ("detained", "arrested", "took into custody"),
    ("delivered", "handed over", "shipped"),
    ("inspected", "examined", "looked over"),
    ("seized", "confiscated", "impounded"),
    ("repaired", "restored", "rebuilt"),
    ("bought", "acquired", "purchased"),
    ("closed", "shut down", "sealed off"),
    ("registered", "recorded", "counted"),
    ("destroyed", "wrecked", "demolished"),
    ("released", "set free", "let go"),
    ("deployed", "sent in", "posted"),
)
THINGS = (
    "residents", "soldiers", "houses", "trucks", "generators", "protesters", "shells", "vaccines", "tents", "drones",
    "containers", "schools", "bridges", "passports", "patients", "vessels", "wells", "engineers", "pylons", "sandbags",
)  # fmt: skip
SETTINGS = (
    "after the flood", "before the vote", "during the truce", "near the border", "at the harbour", "under the new law",
    "despite the strike", "beside the railway", "as part of the inquiry", "with foreign help",
)  # fmt: skip
WEEKDAYS = ("on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday")
TELLINGS = (
    "{person}’s team {act} {amount} in {place} {when}, {setting}.",
    "In {place}, {amount} were {act} {when} by the people of {person}, {setting}.",
    "{person} {act} {amount} {setting} in {place} {when}.",
    "{setting}, the office of {person} in {place} {act} {amount} {when}.",
    "{amount} were {act} {when} in {place}, said {person}, {setting}.",
)


class Telling(NamedTuple):
    """One article's sentence on a fact, with the words that carry its values."""

    statement: str
    person: str
    when: str
    amount: str


class SyntheticStory(NamedTuple):
    """Claims in order of articles, the clusters that they were made in, and the story to look them up in."""

    claims: tuple[Claim, ...]
    clusters: tuple[ClaimCluster, ...]
    story: Story


def synthetic_story(claims: int, *, seed: int = SEED) -> SyntheticStory:
    """So many claims in clusters of 1 to 5 variants, spread over 50 articles."""
    dice = random.Random(seed)  # noqa: S311 - repeatable on purpose
    cast = [_person(dice) for _ in range(CAST)]
    articles = [_article(number, "The text is not needed here.") for number in range(ARTICLES)]
    made: list[Claim] = []
    clusters: list[ClaimCluster] = []
    while len(made) < claims:
        variants = _fact(dice, cast)[: claims - len(made)]
        sources = dice.sample(articles, len(variants))
        tellers = [_claim(*pair, at=len(made)) for pair in zip(variants, sources, strict=True)]
        made += tellers
        ids = tuple(claim.id for claim in tellers)
        clusters.append(ClaimCluster(id=content_id("p", ids), point=tellers[0].statement, claim_ids=ids))
    order = {article.id: at for at, article in enumerate(articles)}
    made.sort(key=lambda claim: order[claim.article_id])
    story = Story({claim.id: claim for claim in made}, {article.id: article for article in articles}, {})
    return SyntheticStory(tuple(made), tuple(clusters), story)


def synthetic_texts(articles: int, sentences: int, *, seed: int = SEED) -> list[str]:
    """Files of a story, front matter included: facts are told by several articles, never in the same words."""
    dice = random.Random(seed)  # noqa: S311 - repeatable on purpose
    cast = [_person(dice) for _ in range(CAST)]
    told: list[list[str]] = [[] for _ in range(articles)]
    while open_texts := [text for text in told if len(text) < sentences]:
        variants = _fact(dice, cast)
        for text, telling in zip(dice.sample(open_texts, min(len(variants), len(open_texts))), variants, strict=False):
            text.append(telling.statement)
    heads = (f"---\noutlet: {_outlet(number)}\npublished: {_day(number)}\n---\n" for number in range(articles))
    return [
        head + "\n\n".join(" ".join(islice(text, at, at + 3)) for at in range(0, len(text), 3)) + "\n"
        for head, text in zip(heads, told, strict=True)
    ]


def _fact(dice: random.Random, cast: list[str]) -> list[Telling]:
    """Between one and five tellings of one fact, each in another form."""
    person = dice.choice(cast) if dice.random() < 0.5 else _person(dice)
    place, thing, setting = _place(dice), dice.choice(THINGS), dice.choice(SETTINGS)
    acts, number, when = dice.choice(ACTS), dice.randrange(20, 20_000), dice.choice(WEEKDAYS)
    forms = dice.sample(TELLINGS, dice.randint(1, MOST_VARIANTS))
    tellings = []
    for form in forms:
        told_number = number + dice.randrange(1, number) if dice.random() < DIFFERS else number
        told_when = dice.choice(WEEKDAYS) if dice.random() < DIFFERS else when
        amount = f"{told_number:,} {thing}"
        statement = form.format(
            person=person, act=dice.choice(acts), amount=amount, place=place, when=told_when, setting=setting
        )
        tellings.append(Telling(statement[0].upper() + statement[1:], person, told_when, amount))
    return tellings


def _person(dice: random.Random) -> str:
    return f"{_syllable(dice)}a {_syllable(dice)}{dice.choice(PERSON_ENDS)}"


def _place(dice: random.Random) -> str:
    return f"{_syllable(dice)}{dice.choice(PLACE_ENDS)}"


def _syllable(dice: random.Random) -> str:
    return dice.choice(ONSETS) + dice.choice(MIDDLES) + dice.choice(CODAS)


def _outlet(number: int) -> str:
    return f"Outlet {number + 1}"


def _day(number: int) -> date:
    return FIRST_DAY + timedelta(days=number % 3)


def _article(number: int, text: str) -> Article:
    outlet = _outlet(number)
    return Article(
        id=content_id("a", text, outlet),
        text=text,
        outlet=outlet,
        published=_day(number),
        published_basis=AnchorBasis.STATED,
        source=f"{outlet}.md",
    )


def _claim(telling: Telling, article: Article, *, at: int) -> Claim:
    statement = telling.statement
    return Claim(
        id=content_id("c", article.id, statement, at),
        article_id=article.id,
        statement=statement,
        subject=telling.person,
        predicate="",
        object=telling.amount,
        when=_time(telling.when, article.published),
        when_surface=telling.when,
        quantities=_quantities(telling.amount),
        attribution=Attribution(speaker=telling.person, cue="said", mode=QuotationMode.INDIRECT),
        evidence=EvidenceSpan(
            article_id=article.id, start=0, end=len(statement), quote=statement, status=AlignmentStatus.EXACT
        ),
    )


@cache
def _time(when: str, published: date | None) -> TimeValue | None:
    return read_time(when, f"They came {when}.", published, AnchorBasis.STATED)


@cache
def _quantities(amount: str) -> tuple[Quantity, ...]:
    quantity = read_quantity(amount)
    return (quantity,) if quantity else ()
