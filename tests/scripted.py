"""An analyst whose answers a test writes by hand: it stands where a model would, and nothing else is faked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from schemas.replies import ExtractReply, Group, RelateReply, SummaryReply
from schemas.report import PromptRef, Usage
from service.analyst import Brief, ClaimWindow, FailedSentence, Passage
from service.errors import ProviderUnavailable

NOTHING_RELATED = RelateReply(groups=[], conflicts=[], voices=[])
NO_SUMMARY = SummaryReply(sentences=[])


class ScriptedAnalyst:
    """Answers by the functions that it is given; what it is asked is kept in `asked`, in order."""

    name = "scripted"
    model = None
    replayed = False
    prompts: tuple[PromptRef, ...] = ()
    usage = Usage()

    def __init__(
        self,
        *,
        extract: Callable[[Passage], ExtractReply] = lambda _: ExtractReply(claims=[]),
        relate: Callable[[ClaimWindow], RelateReply] = lambda _: NOTHING_RELATED,
        summarise: Callable[[Brief], SummaryReply] = lambda _: NO_SUMMARY,
        repair: Callable[[Brief, Sequence[FailedSentence]], SummaryReply] = lambda *_: NO_SUMMARY,
    ) -> None:
        self._extract, self._relate, self._summarise, self._repair = extract, relate, summarise, repair
        self.asked: list[object] = []

    async def extract(self, passage: Passage) -> ExtractReply:
        self.asked.append(passage)
        return self._extract(passage)

    async def relate(self, window: ClaimWindow) -> RelateReply:
        self.asked.append(window)
        return self._relate(window)

    async def summarise(self, brief: Brief) -> SummaryReply:
        self.asked.append(brief)
        return self._summarise(brief)

    async def repair(self, brief: Brief, failed: Sequence[FailedSentence]) -> SummaryReply:
        self.asked.append(failed)
        return self._repair(brief, failed)


def unavailable(*_: object) -> None:
    """An answer that does not come."""
    raise ProviderUnavailable("out of reach")


def grouped(*ids: str, changes_over_time: bool = False) -> Group:
    return Group(point="the point", claims=list(ids), changes_over_time=changes_over_time)
