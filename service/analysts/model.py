"""The model analyst: prompts in, schema-bound drafts out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from prompts import fence_for, load_prompt
from schemas.replies import ExtractReply, RelateReply, SummaryReply
from schemas.report import PromptRef, Usage
from service.analyst import Brief, ClaimWindow, FailedSentence, Passage
from service.llm import Gateway

PROMPTS = ("extract", "relate", "summarise", "repair")


class ModelAnalyst:
    """Asks a language model, through the gateway, with the prompts of `prompts/`."""

    name = "language model"

    def __init__(self, gateway: Gateway, *, fence_salt: str) -> None:
        self._gateway = gateway
        self._salt = fence_salt

    @property
    def model(self) -> str:
        return self._gateway.model

    @property
    def replayed(self) -> bool:
        return self._gateway.replays_only

    @property
    def prompts(self) -> tuple[PromptRef, ...]:
        return tuple(load_prompt(name).ref for name in PROMPTS)

    @property
    def usage(self) -> Usage:
        return self._gateway.usage

    async def extract(self, passage: Passage) -> ExtractReply:
        fence = fence_for(passage.text, self._salt)
        prompt = load_prompt("extract").render(article=passage.text, fence=fence)
        return await self._gateway.ask(prompt, ExtractReply)

    async def relate(self, window: ClaimWindow) -> RelateReply:
        claims = _lines(
            (claim.id, f"{claim.outlet}, {claim.published}", claim.statement, claim.when, claim.speaker)
            for claim in window.claims
        )
        speakers = "\n".join(_flat(speaker) for speaker in window.speakers)
        fence = fence_for(claims + speakers, self._salt)
        prompt = load_prompt("relate").render(claims=claims, speakers=speakers, fence=fence)
        return await self._gateway.ask(prompt, RelateReply)

    async def summarise(self, brief: Brief) -> SummaryReply:
        points, conflicts = _points(brief), _conflicts(brief)
        fence = fence_for(points + conflicts, self._salt)
        prompt = load_prompt("summarise").render(points=points, conflicts=conflicts, fence=fence)
        return await self._gateway.ask(prompt, SummaryReply)

    async def repair(self, brief: Brief, failed: Sequence[FailedSentence]) -> SummaryReply:
        points, conflicts = _points(brief), _conflicts(brief)
        sentences = "\n".join(_failed(number, sentence) for number, sentence in enumerate(failed, start=1))
        fence = fence_for(sentences + points + conflicts, self._salt)
        prompt = load_prompt("repair").render(sentences=sentences, points=points, conflicts=conflicts, fence=fence)
        return await self._gateway.ask(prompt, SummaryReply)


def _failed(number: int, sentence: FailedSentence) -> str:
    claims, conflicts = (", ".join(ids) or "none" for ids in (sentence.claims, sentence.conflicts))
    faults = "".join(f"\n   fault: {fault.rule}: {_flat(fault.detail)}" for fault in sentence.faults)
    return f"{number}. {_flat(sentence.text)} (claims: {claims}; conflicts: {conflicts}){faults}"


def _points(brief: Brief) -> str:
    return "\n\n".join(
        f"{_flat(point.point)} ({point.standing})\n"
        + _lines(
            (claim.id, claim.outlet, claim.statement, claim.when, f"“{_flat(claim.passage)}”") for claim in point.claims
        )
        for point in brief.points
    )


def _conflicts(brief: Brief) -> str:
    return _lines((conflict.id, conflict.explanation) for conflict in brief.conflicts) or "none"


def _lines(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(" | ".join(_flat(cell) for cell in row) for row in rows)


def _flat(text: str) -> str:
    """One line, so that no text of an article can pass for a line of the prompt."""
    return " ".join(text.split())
