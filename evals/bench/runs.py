"""Whole runs of the product on a model of fixed latency, and what its log says of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from pydantic import SecretStr

from evals.bench.model import Exchange, FixedLatencyModel, longest_chain
from evals.bench.synthetic import synthetic_texts
from evals.bench.table import Row, at_most
from schemas.replies import ExtractReply
from schemas.report import Report
from service.bootstrap import pipeline
from service.llm import LiteLLMTransport, ModelSettings
from service.settings import Settings
from service.stages.ingest import InputLimits, ingest

BUNDLED_STORY = Path(__file__).parents[2] / "seeds" / "korea-arms"
MODEL = "openai/fixed-latency"

MOST_CALLS, MOST_DEPTH = 7, 4
MOST_CALLS_AFTER_ONE_MORE = 3
MOST_TOKENS_OVER_ARTICLES = 1.6
MOST_WALL_OVER_CHAIN = 1.05

QUICK_DELAY_S = 0.3
"""Long enough that calls which are sent together also overlap at the server."""
SLOW_DELAY_S = 1.0
USUAL_DELAY_S = 10.0
"""About what a hosted model takes for a reply of a thousand tokens."""
MANY_ARTICLES, SENTENCES_EACH = 20, 15
WALL_RUNS = 3
WORTH_TELLING_S = 0.01
AT_ONCE_WHEN_INTERRUPTED = 4


class StageBegun(NamedTuple):
    stage: str
    at: float
    """Seconds of the clock."""


class Run(NamedTuple):
    """One run: its report, the model's log of it, and seconds from `Pipeline.run` to the report."""

    report: Report
    exchanges: Sequence[Exchange]
    begun: Sequence[StageBegun]
    wall_s: float

    @property
    def told_stages(self) -> str:
        """Seconds that each stage took, calls included; those that took no time to speak of are left out."""
        took = [(one.stage, after.at - one.at) for one, after in pairwise(self.begun)]
        return ", ".join(f"{stage} {seconds:.2f}" for stage, seconds in took if seconds >= WORTH_TELLING_S)

    @property
    def calls(self) -> int:
        return len(self.exchanges)

    @property
    def depth(self) -> int:
        return longest_chain(self.exchanges)


class Bench:
    """A model, a store of replies and a folder for articles, all of which live as long as one measurement."""

    def __init__(self, model: FixedLatencyModel, folder: Path) -> None:
        self.model, self.folder = model, folder

    def settings(self, concurrency: int | None = None) -> Settings:
        """The defaults, whatever the environment and the folder say, but for model and store."""
        default: int = Settings.model_fields["concurrency"].default
        return Settings.model_construct(
            model=MODEL,
            api_base=self.model.url,
            api_key=SecretStr("none"),
            store=self.folder / "replies.sqlite",
            concurrency=concurrency or default,
        )

    def run(self, paths: Sequence[Path], concurrency: int | None = None) -> Run:
        """Run the pipeline once. litellm is imported before the clock starts."""
        return asyncio.run(self._run(paths, concurrency))

    async def _run(self, paths: Sequence[Path], concurrency: int | None) -> Run:
        await LiteLLMTransport(ModelSettings(model=MODEL)).warm_up()
        before = len(self.model.exchanges)
        begun: list[StageBegun] = []

        def note(stage: str, _: str) -> None:
            begun.append(StageBegun(stage, time.perf_counter()))

        async with pipeline(self.settings(concurrency), today=datetime.now(UTC).date(), progress=note) as ready:
            note("start", "")
            report = await ready.run(paths)
            note("end", "")
        return Run(report, self.model.exchanges[before:], begun, begun[-1].at - begun[0].at)

    def interrupt(self, paths: Sequence[Path], concurrency: int, after_answers: int) -> int:
        """Start a run, cancel it once the model gave so many answers; how many it gave by then."""
        return asyncio.run(self._interrupt(paths, concurrency, after_answers))

    async def _interrupt(self, paths: Sequence[Path], concurrency: int, after_answers: int) -> int:
        async with pipeline(self.settings(concurrency), today=datetime.now(UTC).date(), progress=_silent) as ready:
            work = asyncio.create_task(ready.run(paths))
            await asyncio.to_thread(self.model.wait_for_answers, after_answers)
            await asyncio.sleep(self.model.delay_s / 2)  # what was answered has come in, the next calls are out
            answered = len(self.model.exchanges)
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work
        self.model.wait_for_answers(self.model.arrivals)  # to nobody: the log must not hold them against the next run
        return answered

    def articles(self, number: int) -> list[Path]:
        """So many synthetic articles, written to files."""
        paths = []
        for at, text in enumerate(synthetic_texts(number, SENTENCES_EACH)):
            paths.append(self.folder / f"article-{at:02}.md")
            paths[-1].write_text(text, encoding="utf-8")
        return paths


@contextmanager
def bench(delay_s: float, *, is_faulty: bool = False) -> Iterator[Bench]:
    """A fresh model and an empty store."""
    with TemporaryDirectory() as folder, FixedLatencyModel(delay_s, is_faulty=is_faulty) as model:
        yield Bench(model, Path(folder))


def story_files() -> list[Path]:
    """The bundled story's articles, in order."""
    return sorted(BUNDLED_STORY.glob("*.md"))


def calls_and_depth() -> Iterator[Row]:
    """Calls for the bundled story, and how many of them wait for each other, without and with a repair."""
    for is_faulty, name in ((False, "without repair"), (True, "with repair")):
        with bench(QUICK_DELAY_S, is_faulty=is_faulty) as here:
            run = here.run(story_files())
        aim = MOST_CALLS + is_faulty
        yield at_most(f"calls, 5 articles, {name}", run.calls, aim, note=_by_reply(run.exchanges))
        yield at_most(f"depth, 5 articles, {name}", run.depth, MOST_DEPTH - (not is_faulty))


def prompt_tokens() -> Iterator[Row]:
    """What extraction sends, schema included, over the articles' own text; both as bytes / 4."""
    with bench(QUICK_DELAY_S) as here:
        run = here.run(story_files())
    sent = sum(each.prompt_bytes for each in run.exchanges if each.reply_name == ExtractReply.__name__)
    articles = ingest(story_files(), InputLimits(), datetime.now(UTC).date()).articles
    own = sum(len(article.text.encode()) for article in articles)
    yield at_most(
        "prompt tokens / article tokens",
        sent / own,
        MOST_TOKENS_OVER_ARTICLES,
        digits=2,
        note=f"{sent // 4} / {own // 4}",
    )


def wall_over_chain() -> Iterator[Row]:
    """20 articles: wall time over the longest chain of calls, with a model of 1 second and with one of 10.

    The wall runs from `Pipeline.run` to the report, with an empty store. A run goes before that is not counted: the
    client libraries import half of themselves with the first call.
    """
    with bench(QUICK_DELAY_S) as here:
        here.run(story_files())
    runs = []
    for _ in range(WALL_RUNS):
        with bench(SLOW_DELAY_S) as here:
            runs.append(here.run(here.articles(MANY_ARTICLES)))
    run = sorted(runs, key=lambda each: each.wall_s)[WALL_RUNS // 2]
    yield _over_chain("wall / longest chain, 20 articles, 1 s a call", run, SLOW_DELAY_S)
    yield Row("seconds by stage, 20 articles, 1 s a call", run.told_stages)
    with bench(USUAL_DELAY_S) as here:
        run = here.run(here.articles(MANY_ARTICLES))
    yield _over_chain("wall / longest chain, 20 articles, 10 s a call", run, USUAL_DELAY_S)


def _over_chain(name: str, run: Run, delay_s: float) -> Row:
    return at_most(
        name,
        run.wall_s / (run.depth * delay_s),
        MOST_WALL_OVER_CHAIN,
        digits=3,
        note=f"{run.wall_s:.2f} s over {run.depth} calls in a row; {_by_reply(run.exchanges)}",
    )


def repeated_run() -> Iterator[Row]:
    """The same articles a second time."""
    with bench(QUICK_DELAY_S) as here:
        here.run(story_files())
        again = here.run(story_files())
    yield at_most("calls, second identical run", again.calls, 0)
    yield Row("wall, second identical run", f"{again.wall_s:.2f} s")


def one_more_article() -> Iterator[Row]:
    """A finished story, and one article that joins it."""
    with bench(QUICK_DELAY_S) as here:
        here.run(story_files()[:-1])
        more = here.run(story_files())
    yield at_most("calls, one article added", more.calls, MOST_CALLS_AFTER_ONE_MORE, note=_by_reply(more.exchanges))


def interrupted_run() -> Iterator[Row]:
    """A run that is cancelled while extractions are in flight; the next pays only for those that had no answer."""
    with bench(QUICK_DELAY_S) as here:
        paths = here.articles(MANY_ARTICLES)
        answered = here.interrupt(paths, AT_ONCE_WHEN_INTERRUPTED, 2 * AT_ONCE_WHEN_INTERRUPTED)
        asked = here.model.arrivals
        after = here.run(paths, AT_ONCE_WHEN_INTERRUPTED)
    extractions = sum(each.reply_name == ExtractReply.__name__ for each in after.exchanges)
    yield at_most(
        "extractions after an interruption",
        extractions,
        MANY_ARTICLES - answered,
        note=f"of {MANY_ARTICLES}; {answered} answered, {asked - answered} in flight when cancelled",
    )


def _by_reply(exchanges: Sequence[Exchange]) -> str:
    names = [each.reply_name.removesuffix("Reply").lower() for each in exchanges]
    return ", ".join(f"{names.count(name)} {name}" for name in dict.fromkeys(names))


def _silent(stage: str, subject: str) -> None:
    """Benchmarks print figures only."""
