"""The table of contents: from articles to a report, one line a stage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from schemas.report import Report, Setting
from service.analyst import Analyst
from service.judging.briefing import brief_on
from service.judging.voices import Voices
from service.settings import Settings
from service.stages.compare import Proposal, compare
from service.stages.corroborate import DISPUTED_FROM, corroborate
from service.stages.extract import extract
from service.stages.ground import PassageDrafts, ground
from service.stages.ingest import InputLimits, ingest
from service.stages.normalise import UnreadClaim, normalise
from service.stages.relate import relate
from service.stages.report import Findings, empty_handed, report
from service.stages.summarise import summarise
from service.stages.verify import verify
from service.story import Story
from service.text.passages import shared_passages

Progress = Callable[[str, str], None]
"""Told the stage that begins and what it has before it."""

SHOWN_SETTINGS = ("temperature", "max_tokens", "window_chars", "relate_chars", "brief_chars", "fence_salt")
"""The settings that decide what a report says; the manifest names them."""


class Pipeline(NamedTuple):
    """Everything a run needs, wired elsewhere."""

    analyst: Analyst
    settings: Settings
    today: date
    progress: Progress

    async def run(self, paths: Sequence[Path]) -> Report:
        """Read the articles at `paths` into a report.

        Raises:
            InputError: an input cannot be read.
            ProviderError: the analyst gave no usable reply to anything.
            BudgetExceeded: the next call would pass a limit; what was paid for is kept.
        """
        analyst, settings, progress = self.analyst, self.settings, self.progress

        progress("ingest", f"{len(paths)} paths")
        intake = ingest(paths, self._limits(), self.today)
        articles = {article.id: article for article in intake.articles}

        progress("extract", f"{len(articles)} articles")
        extracted = await extract(intake.articles, analyst, settings.window_chars)

        progress("ground", f"{sum(len(each.drafts) for each in extracted.done)} drafts")
        grounded = ground(
            PassageDrafts(each.passage.article, each.passage.span, each.passage.owned_from, each.drafts)
            for each in extracted.done
        )

        progress("normalise", f"{len(grounded.claims)} claims")
        normalised = normalise((UnreadClaim(*each) for each in grounded.claims), articles)
        story = Story({claim.id: claim for claim in normalised.claims}, articles, normalised.names)

        progress("relate", f"{len(story.claims)} claims")
        related = await relate(story, analyst, settings.relate_chars)

        progress("compare", f"{len(related.clusters)} points")
        voices = Voices(story, related.voices)
        differences = compare(related.clusters, [Proposal(*each) for each in related.conflicts], story, voices)

        progress("corroborate", f"{len(related.clusters)} points")
        shared = shared_passages(intake.articles)
        standings = corroborate(related.clusters, differences, voices, shared, story)

        weighty = [each for each in differences.contradictions if each.weight >= DISPUTED_FROM]
        briefing = brief_on(related.clusters, standings, weighty, story, settings.brief_chars)
        progress("summarise", f"{len(briefing.brief.points)} points, {len(weighty)} conflicts")
        drafted = await summarise(briefing, analyst)

        progress("verify", f"{len(drafted.sentences)} sentences")
        verified = await verify(drafted.sentences, briefing, story, analyst)

        progress("report", "")
        found = Findings(
            articles=intake.articles,
            notices=intake.notices,
            claims=normalised.claims,
            clusters=related.clusters,
            corroborations=standings,
            contradictions=differences.contradictions,
            updates=differences.updates,
            disputes=differences.disputes,
            discrepancies=differences.discrepancies,
            shared_passages=shared,
            summary=verified.summary,
            rejections=(*grounded.rejections, *related.rejections, *differences.rejections, *verified.rejections),
            failures=(
                *extracted.failures,
                *empty_handed(intake.articles, normalised.claims, extracted.failures),
                *related.failures,
                *drafted.failures,
                *verified.failures,
            ),
        )
        return report(found, analyst, self._shown_settings())

    def _limits(self) -> InputLimits:
        return InputLimits(max_bytes_per_file=self.settings.max_bytes_per_file, max_articles=self.settings.max_articles)

    def _shown_settings(self) -> list[Setting]:
        return [Setting(name=name, value=str(getattr(self.settings, name))) for name in SHOWN_SETTINGS]
