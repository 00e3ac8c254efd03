"""All that keeps a sentence from being printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from schemas.claims import Claim
from schemas.conflicts import Contradiction
from schemas.summary import Fault
from schemas.values import TimeValue
from service.judging.linter.attribution import lost_attribution
from service.judging.linter.conflicts import half_told, settled
from service.judging.linter.sentence import CheckedSentence, DatedText, is_dated_by, read_dates, without_outlets
from service.story import Story
from service.text.dates import find_times
from service.text.mentions import contains_words, unsupported_names, unsupported_numbers, words_of
from service.text.modality import changed_modality
from service.text.quantities import find_numbers
from service.text.swaps import swapped_amounts

OUTLET_NOUNS = frozenset(
    ["outlet", "outlets", "article", "articles", "report", "reports", "source", "sources", "paper", "papers"]
)
"""Before these stands the number of what a sentence cites, which no passage holds ("Two outlets report")."""


def faults_of(sentence: CheckedSentence, open_conflicts: Iterable[Contradiction], story: Story) -> list[Fault]:
    """Everything that keeps a sentence from being printed.

    Args:
        sentence: as an analyst wrote it, its ids resolved.
        open_conflicts: the contradictions of weight; whoever touches one must tell it.
        story: where the cited claims' articles are looked up.
    """
    if not sentence.claims:
        return [Fault(rule="no citation", detail="the sentence cites no claim")]
    dated = read_dates(sentence.text, sentence.claims, story)
    return [
        *_unsupported_names(sentence, story),
        *_unsupported_numbers(sentence, dated.rest, story),
        *_unsupported_dates(sentence, dated, story),
        *_turned(sentence),
        *lost_attribution(sentence, story),
        *half_told(sentence, story),
        *settled(sentence, open_conflicts, story),
    ]


def _unsupported_names(sentence: CheckedSentence, story: Story) -> Iterator[Fault]:
    sources = [*_sources(sentence.claims, story), *story.outlets(sentence.claims)]
    for name in unsupported_names(sentence.text, sources):
        yield Fault(rule="name not in what it cites", detail=name)


def _unsupported_numbers(sentence: CheckedSentence, undated: str, story: Story) -> Iterator[Fault]:
    text = _without_count_of_cited(without_outlets(undated, story), sentence, story)
    for number in unsupported_numbers(text, _sources(sentence.claims, story)):
        yield Fault(rule="number not in what it cites", detail=number)


def _unsupported_dates(sentence: CheckedSentence, dated: DatedText, story: Story) -> Iterator[Fault]:
    """Dates that neither a cited passage nor the time read from it holds. The statement is the analyst's wording.

    "Last year" is right in its article and wrong in a summary: a calendar date that the claim has is to be given.
    """
    read = [claim.when for claim in sentence.claims if claim.when]
    passages = [*(claim.evidence.quote for claim in sentence.claims), *(when.surface for when in read)]
    times = [*read, *_times_of_passages(sentence.claims, story)]
    for told in dated.dates:
        if not told.values and any(contains_words(when.surface, told.surface) and when.earliest for when in read):
            yield Fault(rule="date that leans on the day of an article", detail=told.surface)
        elif not any(contains_words(passage, told.surface) for passage in passages) and not is_dated_by(told, times):
            yield Fault(rule="date not in what it cites", detail=told.surface)


def _turned(sentence: CheckedSentence) -> Iterator[Fault]:
    """What stands in the cited passages with another sign or for another thing."""
    passages = [claim.evidence.quote for claim in sentence.claims]
    for cue in changed_modality(sentence.text, passages):
        yield Fault(rule="negation or hedge changed", detail=cue)
    for amount in swapped_amounts(sentence.text, passages):
        yield Fault(rule="amount given to something else", detail=amount)


def _times_of_passages(claims: Iterable[Claim], story: Story) -> Iterator[TimeValue]:
    for claim in claims:
        for mention in find_times(claim.evidence.quote, story.article(claim).published):
            if mention.value:
                yield mention.value


def _sources(claims: Sequence[Claim], story: Story) -> list[str]:
    """What citations hold: the passages, who says so, and the names that the statements resolve.

    The statement is the analyst's wording, but grounding let no name into it that the article lacks, and no number that
    stands far from the passage.
    """
    return [
        source
        for claim in claims
        for source in (
            claim.evidence.quote,
            claim.statement,
            claim.attribution.speaker,
            claim.attribution.institution,
            story.speaker(claim),
        )
        if source
    ]


def _without_count_of_cited(text: str, sentence: CheckedSentence, story: Story) -> str:
    """The text less the "two" of "two outlets" where two are cited."""
    counts = {len(story.outlets(sentence.claims)), len({claim.article_id for claim in sentence.claims})}
    rest, at = "", 0
    for number in find_numbers(text):
        following = words_of(text[number.end :])[:1]
        if number.value in counts and OUTLET_NOUNS & set(following):
            rest += text[at : number.start]
            at = number.end
    return rest + text[at:]
