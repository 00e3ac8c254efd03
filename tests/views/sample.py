"""Reports made by code for the tests of the views: a ferry accident that nobody had, told by outlets that do not exist."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from schemas.articles import Article
from schemas.base import Record
from schemas.claims import AlignmentStatus, Attribution, Claim, EvidenceSpan, Factuality, QuotationMode, Rejection
from schemas.clusters import ClaimCluster, Corroboration, CorroborationStatus, Origin, OriginKind
from schemas.conflicts import Basis, Contradiction, ContradictionKind, Discrepancy, Dispute, Side, Update
from schemas.report import Failure, Manifest, Report, ReportStatus, Usage
from schemas.summary import Citation, DroppedSentence, Fault, Summary, SummarySentence, Writer
from schemas.values import AnchorBasis, Comparator, Grain, Quantity, TimeBasis, TimeValue

COURIER = Article(
    id="a_courier",
    outlet="Salden Courier",
    title="Ferry sinks off Port Salden",
    source="courier.txt",
    published=date(2024, 3, 7),
    published_basis=AnchorBasis.STATED,
    text=(
        "The ferry Marisa went down off Port Salden on Tuesday night.\n"
        "The coast guard said 14 people had died and 31 were pulled from the water.\n"
        "The ship had passed its inspection in January, the operator Velta Lines said.\n"
        "“We warned about the ramp”, said the union’s secretary, Ina Torv.\n"
        "More than 60 divers joined the search. The captain is 52 years old."
    ),
)
LEDGER = Article(
    id="a_ledger",
    outlet="Northern Ledger",
    title="Grief on the quay",
    source="ledger.txt",
    published=date(2024, 3, 8),
    published_basis=AnchorBasis.STATED,
    text=(
        "Port Salden woke to grief after the Marisa sank on Wednesday.\n"
        "At least 21 people lost their lives, the county hospital said.\n"
        "Velta Lines denied that the ramp had ever been reported as faulty.\n"
        "Hundreds stood on the quay with candles."
    ),
)
RADIO = Article(
    id="a_radio",
    outlet="Radio Kest",
    source="kest.html",
    credit="Corvia Press Agency",
    text=(
        "Fourteen dead after the ferry disaster, the coast guard reports. "
        "A bow ramp that would not close let the water in, Corvia Press Agency reported."
    ),
)
TIDE = Article(
    id="a_tide",
    outlet="Evening Tide",
    source="tide.txt",
    published=date(2024, 3, 7),
    published_basis=AnchorBasis.INFERRED,
    credit="Corvia Press Agency",
    text="The water came in through a bow ramp that would not close (Corvia Press Agency). At least 15 divers are at sea.",
)
ARTICLES = (COURIER, LEDGER, RADIO, TIDE)


def evidence(article: Article, quote: str, status: AlignmentStatus = AlignmentStatus.EXACT) -> EvidenceSpan:
    start = article.text.index(quote)
    return EvidenceSpan(article_id=article.id, start=start, end=start + len(quote), quote=quote, status=status)


def claim(name: str, article: Article, quote: str, statement: str, **fields) -> Claim:
    return Claim(
        id=f"c_{name}",
        article_id=article.id,
        statement=statement,
        subject="ferry",
        predicate="be",
        object="",
        **{"evidence": evidence(article, quote), **fields},
    )


def said_by(speaker: str | None, institution: str | None = None) -> Attribution:
    return Attribution(speaker=speaker, institution=institution, cue="said", mode=QuotationMode.INDIRECT)


def deaths(surface: str, low: float, high: float | None = None) -> tuple[Quantity, ...]:
    comparator = Comparator.EXACTLY if high else Comparator.AT_LEAST
    return (Quantity(surface=surface, low=low, high=high, comparator=comparator, counted="person"),)


def night(surface: str, day: int, anchor: int) -> TimeValue:
    return TimeValue(
        surface=surface,
        earliest=date(2024, 3, day),
        latest=date(2024, 3, day),
        grain=Grain.DAY,
        basis=TimeBasis.WEEKDAY,
        weekday=date(2024, 3, day).weekday(),
        anchor=date(2024, 3, anchor),
        anchor_basis=AnchorBasis.STATED,
    )


GUARD = said_by(None, "coast guard")
CLAIMS = (
    claim("sank1", COURIER, "went down off Port Salden on Tuesday night", "The Marisa sank on Tuesday night.", when=night("on Tuesday night", 5, 7)),
    claim("sank2", LEDGER, "the Marisa sank on Wednesday", "The Marisa sank on Wednesday.", when=night("on Wednesday", 6, 8)),
    claim("dead1", COURIER, "said 14 people had died", "14 people died.", attribution=GUARD, quantities=deaths("14 people", 14, 14)),
    claim("dead2", LEDGER, "At least 21 people lost their lives", "At least 21 people died.", attribution=said_by(None, "county hospital"), quantities=deaths("At least 21 people", 21)),
    claim("dead3", RADIO, "Fourteen dead after the ferry disaster", "Fourteen people died.", attribution=GUARD, quantities=deaths("Fourteen dead", 14, 14), evidence=evidence(RADIO, "Fourteen dead after the ferry disaster", AlignmentStatus.NORMALISED)),
    claim("saved", COURIER, "31 were pulled from the water", "31 people were rescued.", attribution=GUARD),
    claim("ramp1", RADIO, "A bow ramp that would not close let the water in", "A bow ramp that would not close let water in.", factuality=Factuality.ALLEGED),
    claim("ramp2", TIDE, "The water came in through a bow ramp that would not close", "Water came in through the bow ramp.", evidence=evidence(TIDE, "The water came in through a bow ramp that would not close", AlignmentStatus.FUZZY)),
    claim("warned", COURIER, "“We warned about the ramp”", "The union warned about the ramp.", attribution=said_by("Ina Torv", "union")),
    claim("denied", LEDGER, "Velta Lines denied that the ramp had ever been reported as faulty", "Nobody had reported the ramp.", attribution=said_by(None, "Velta Lines")),
    claim("divers1", COURIER, "More than 60 divers joined the search", "More than 60 divers joined the search."),
    claim("divers2", TIDE, "At least 15 divers are at sea", "At least 15 divers are at sea."),
    claim("captain", COURIER, "The captain is 52 years old", "The captain is 52."),
)  # fmt: skip
CLAIM = {found.id.removeprefix("c_"): found for found in CLAIMS}


class Standing(NamedTuple):
    """A cluster with its standing, as the tests name them."""

    cluster: ClaimCluster
    corroboration: Corroboration


def origin(name: str, *articles: Article, kind: OriginKind = OriginKind.INSTITUTION, **fields) -> Origin:
    return Origin(name=name, kind=kind, article_ids=tuple(article.id for article in articles), **fields)


def standing(name: str, point: str, claims: str, status: CorroborationStatus, *origins: Origin) -> Standing:
    held = [CLAIM[claim_name] for claim_name in claims.split()]
    ids = {found.article_id for found in held}
    return Standing(
        ClaimCluster(id=f"k_{name}", point=point, claim_ids=tuple(found.id for found in held)),
        Corroboration(
            cluster_id=f"k_{name}",
            status=status,
            origins=origins,
            outlets=tuple(article.outlet for article in ARTICLES if article.id in ids),
            silent=tuple(article.outlet for article in ARTICLES if article.id not in ids),
            reason=f"the standing of {name}",
        ),
    )


STANDINGS = (
    standing("day", "day of the sinking", "sank1 sank2", CorroborationStatus.DISPUTED),
    standing("dead", "number of dead", "dead1 dead2 dead3", CorroborationStatus.DISPUTED),
    standing("rescue", "rescue of survivors", "saved dead3", CorroborationStatus.CORROBORATED,
             origin("coast guard", COURIER, RADIO, also_known_as=("the guard",)),
             origin("Salden Courier", COURIER, kind=OriginKind.OUTLET)),
    standing("ramp", "cause of the flooding", "ramp1 ramp2", CorroborationStatus.ECHOED,
             origin("Corvia Press Agency", RADIO, TIDE, kind=OriginKind.WIRE)),
    standing("warning", "warnings about the ramp", "warned denied", CorroborationStatus.DISPUTED),
    standing("divers", "number of divers", "divers1 divers2", CorroborationStatus.CORROBORATED,
             origin("Salden Courier", COURIER, kind=OriginKind.OUTLET), origin("Evening Tide", TIDE, kind=OriginKind.OUTLET)),
    standing("captain", "age of the captain", "captain", CorroborationStatus.SINGLE_SOURCE,
             origin("Salden Courier", COURIER, kind=OriginKind.OUTLET)),
)  # fmt: skip


def side(value: str, *names: str) -> Side:
    held = [CLAIM[name] for name in names]
    outlets = {article.id: article.outlet for article in ARTICLES}
    return Side(
        value=value,
        claim_ids=tuple(found.id for found in held),
        outlets=tuple(outlets[found.article_id] for found in held),
    )


CONTRADICTIONS = (
    Contradiction(
        id="x_day", cluster_id="k_day", kind=ContradictionKind.TEMPORAL, weight=0.5, basis=Basis.ANALYST,
        sides=(side("Tuesday 5 March 2024", "sank1"), side("Wednesday 6 March 2024", "sank2")),
        explanation="The ferry can have gone down on one of these days only",
    ),
    Contradiction(
        id="x_dead", cluster_id="k_dead", kind=ContradictionKind.NUMERIC, weight=0.85, basis=Basis.VALUES,
        sides=(side("14 people", "dead1", "dead3"), side("at least 21 people", "dead2")),
        explanation="14 lies below at least 21.",
    ),
)  # fmt: skip


def cites(*names: str) -> tuple[Citation, ...]:
    return tuple(Citation(claim_id=CLAIM[name].id, evidence=CLAIM[name].evidence) for name in names)


SUMMARY = Summary(
    sentences=(
        SummarySentence(text="The ferry Marisa sank off Port Salden.", citations=cites("sank1", "sank2")),
        SummarySentence(text="The coast guard counts 14 dead, the county hospital at least 21.", citations=cites("dead1", "dead2"), contradiction_ids=("x_dead",), writer=Writer.REPAIR),
        SummarySentence(text="Water came in through the bow ramp, Corvia Press Agency reported.", citations=cites("ramp2", "sank1")),
    ),
    dropped=(DroppedSentence(text="Some 45 people were aboard.", faults=(Fault(rule="number not cited", detail="45"),)),),
)  # fmt: skip

MANIFEST = Manifest(
    product_version="0.1.0",
    analyst="model",
    model="acme/reader-1",
    replayed=True,
    usage=Usage(calls=6, requests=7, replies_reused=2, prompt_tokens=12345, completion_tokens=2100, cost_usd=0.0432),
    rejections=(
        Rejection(stage="ground", article_id="a_tide", reason="quote not found"),
        Rejection(stage="ground", article_id="a_tide", reason="quote not found"),
        Rejection(stage="relate", reason="unknown id"),
    ),
    failures=(
        Failure(stage="extract", subject="gull.html", reason="the model refused the article", remedy="run again, or name another model"),
    ),
    notices=("No publication date in kest.html.",),
)  # fmt: skip


def ferry_report() -> Report:
    """Four outlets, two contradictions, one of everything else; one article failed."""
    return Report(
        status=ReportStatus.PARTIAL,
        articles=ARTICLES,
        claims=CLAIMS,
        clusters=tuple(each.cluster for each in STANDINGS),
        corroborations=tuple(each.corroboration for each in STANDINGS),
        contradictions=CONTRADICTIONS,
        updates=(
            Update(id="u_dead", cluster_id="k_dead", kind=ContradictionKind.NUMERIC, explanation="The toll rose",
                   sides=(side("14", "dead3"), side("at least 21", "dead2"))),
        ),
        disputes=(
            Dispute(id="d_ramp", cluster_id="k_warning", explanation="The union and the operator disagree",
                    sides=(side("the union warned", "warned"), side("nobody reported it", "denied"))),
        ),
        discrepancies=(
            Discrepancy(id="g_divers", cluster_id="k_divers", size=0.6, explanation="Both bounds are open above",
                        sides=(side("more than 60", "divers1"), side("at least 15", "divers2"))),
        ),
        summary=SUMMARY,
        manifest=MANIFEST,
    )  # fmt: skip


def empty_report() -> Report:
    """What is left when every article failed."""
    manifest = Manifest(product_version="0.1.0", analyst="rules", failures=MANIFEST.failures)
    return Report(status=ReportStatus.PARTIAL, articles=(), manifest=manifest)


def large_report(articles: int = 50) -> Report:
    """Many outlets, half of them on each side of one contradiction, each with a point of its own."""
    sources = tuple(
        Article(id=f"a_{number}", outlet=f"Outlet {number}", source=f"{number}.txt", text=f"It was {number} that day.")
        for number in range(articles)
    )
    claims = tuple(
        claim(str(number), source, f"It was {number}", f"It was number {number}.")
        for number, source in enumerate(sources)
    )
    halves = (claims[: articles // 2], claims[articles // 2 :])
    outlets = {source.id: source.outlet for source in sources}
    sides = tuple(
        Side(
            value=f"half {number}",
            claim_ids=tuple(found.id for found in half),
            outlets=tuple(outlets[found.article_id] for found in half),
        )
        for number, half in enumerate(halves)
    )
    return Report(
        status=ReportStatus.COMPLETE,
        articles=sources,
        claims=claims,
        clusters=(
            ClaimCluster(id="k_halves", point="which half", claim_ids=tuple(found.id for found in claims)),
            *(ClaimCluster(id=f"k{found.id}", point=found.statement, claim_ids=(found.id,)) for found in claims),
        ),
        corroborations=tuple(
            Corroboration(
                cluster_id=f"k{found.id}",
                status=CorroborationStatus.SINGLE_SOURCE,
                origins=(origin(source.outlet, source, kind=OriginKind.OUTLET),),
                outlets=(source.outlet,),
                silent=tuple(other.outlet for other in sources if other is not source),
                reason="one outlet",
            )
            for found, source in zip(claims, sources, strict=True)
        ),
        contradictions=(
            Contradiction(id="x", cluster_id="k_halves", kind=ContradictionKind.ENTITY, sides=sides, weight=0.1, basis=Basis.VALUES, explanation="two halves"),
        ),
        manifest=Manifest(product_version="0.1.0", analyst="rules"),
    )  # fmt: skip


def told_in(words: str) -> Report:
    """The ferry report with `words` in place of every free text, ids and offsets kept."""
    return _replaced(ferry_report(), words)


def _replaced(value, words: str, name: str = ""):
    if isinstance(value, Record):
        fields = {field: _replaced(getattr(value, field), words, field) for field in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, tuple):
        return tuple(_replaced(each, words, name) for each in value)
    is_free_text = type(value) is str and not name.endswith(("id", "ids"))
    return words if is_free_text else value
