"""The command `twosource`. Data goes to stdout, progress and errors to stderr.

Only click is imported before a command runs, so that `--help` answers at once.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from schemas.report import Report
    from service.errors import TwosourceError
    from service.settings import Settings

EXIT_FAILURE = 1
EXIT_USAGE = 2
EXIT_PARTIAL = 3
EXIT_PROVIDER = 4
EXIT_BUDGET = 5
EXIT_INTERRUPTED = 130
EXIT_TERMINATED = 143

SCHEMAS = {"report": ("schemas.report", "Report"), "article": ("schemas.articles", "Article")}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="twosource")
def main() -> None:
    """Read several articles about one story: what they support together, where they contradict, what may be printed.

    \b
    Examples:
      twosource summarise story/ --model openai/gpt-4.1-mini
      twosource summarise a.md b.md c.txt --format json --output report.json
      twosource schema report
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "md", "json"]), default="text", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to this file.")
@click.option("--model", help="litellm's name of a model.  [TWOSOURCE_MODEL]")
@click.option("--api-base", help="Address of an OpenAI-compatible endpoint.  [TWOSOURCE_API_BASE]")
@click.option("--replies", type=click.Path(path_type=Path), help="Answer from recorded replies; no model is asked.")
@click.option("--max-cost", type=float, help="Most that the run may cost, in US dollars.")
@click.option("--max-calls", type=int, help="Most model replies that the run may ask for.")
@click.option("--no-cache", is_flag=True, help="Neither use kept replies nor keep new ones.")
@click.option("-v", "--verbose", is_flag=True, help="Log every call (names and sizes, never texts).")
def summarise(
    paths: tuple[Path, ...], form: str, output: Path | None, verbose: bool, no_cache: bool, **flags: Any
) -> None:
    """Read articles (.txt, .md, folders of them) about one story and print its report.

    \b
    Exit status: 0 done, 1 failure, 2 bad input or setting, 3 partial report,
    4 the model's service failed, 5 a limit was reached, 130 interrupted.
    What was paid for is kept: the same command again asks only for what is missing.
    """
    from service.errors import TwosourceError  # noqa: PLC0415 - see the module's docstring
    from service.settings import load_settings  # noqa: PLC0415

    if verbose:
        _log_to_stderr()
    if flags["model"] and flags["replies"]:
        raise click.UsageError("--model asks a model, --replies asks none: give one of the two")
    try:
        settings = _as_flagged(load_settings({**flags, "cache": False if no_cache else None}), flags)
        _check_output(output)
        report = _until_signalled(_report(settings, paths), kept=settings.cache and not settings.replies)
        _write(_rendered(report, form, plain=output is not None), output)
    except TwosourceError as error:
        _fail(error)
    if report.manifest.failures:
        _say("twosource: the report is partial; it says what is missing and why")
        sys.exit(EXIT_PARTIAL)


@main.command()
@click.argument("name", type=click.Choice(sorted(SCHEMAS)))
def schema(name: str) -> None:
    """Print the JSON Schema of a document."""
    import importlib  # noqa: PLC0415 - see the module's docstring
    import json  # noqa: PLC0415

    module, record = SCHEMAS[name]
    model = getattr(importlib.import_module(module), record)
    click.echo(json.dumps(model.model_json_schema(mode="serialization"), indent=2))


def _as_flagged(settings: Settings, flags: dict[str, Any]) -> Settings:
    """A flag for a model or for replies beats the other one wherever else it is set."""
    if flags["replies"]:
        return settings.model_copy(update={"model": None})
    return settings.model_copy(update={"replies": None}) if flags["model"] else settings


def _check_output(output: Path | None) -> None:
    """Before anything is paid for: can the report be written at all?"""
    import os  # noqa: PLC0415 - see the module's docstring

    from service.errors import InputError  # noqa: PLC0415

    if output and not (output.parent.is_dir() and os.access(output if output.exists() else output.parent, os.W_OK)):
        raise InputError(str(output), "cannot be written", "name another --output")


async def _report(settings: Settings, paths: tuple[Path, ...]) -> Report:
    from datetime import UTC, datetime  # noqa: PLC0415 - see the module's docstring

    from service.bootstrap import pipeline  # noqa: PLC0415

    today = datetime.now(UTC).date()
    async with pipeline(settings, today=today, progress=_progress) as ready:
        return await ready.run(paths)


def _until_signalled(work: Coroutine[Any, Any, Report], *, kept: bool) -> Report:
    """Run to the end, or stop cleanly on Ctrl-C and on SIGTERM, with what was paid for kept."""
    signalled: list[int] = []

    async def run() -> Report:
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()

        def stop(number: int) -> None:
            signalled.append(number)
            if task:
                task.cancel()

        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, stop, number)
        return await work

    try:
        return asyncio.run(run())
    except asyncio.CancelledError:
        told = "replies that had arrived are kept, the same command goes on from there" if kept else "nothing is kept"
        _say(f"twosource: stopped; {told}")
        sys.exit(EXIT_TERMINATED if signal.SIGTERM in signalled else EXIT_INTERRUPTED)


def _rendered(report: Report, form: str, *, plain: bool) -> str:
    if form == "json":
        return report.model_dump_json(indent=2) + "\n"
    if form == "md":
        from service.views.markdown import render_markdown  # noqa: PLC0415 - see the module's docstring

        return render_markdown(report)
    import os  # noqa: PLC0415
    import shutil  # noqa: PLC0415

    from service.views.text import render_text  # noqa: PLC0415

    terminal = sys.stdout.isatty() and not plain
    color = terminal and not os.environ.get("NO_COLOR")
    width = shutil.get_terminal_size().columns if terminal else None
    return render_text(report, width=width, color=color)


def _write(text: str, output: Path | None) -> None:
    from service.errors import InputError  # noqa: PLC0415 - see the module's docstring

    if output is None:
        try:
            click.echo(text, nl=not text.endswith("\n"))
        except BrokenPipeError:  # the reader has seen enough; click leaves quietly
            raise
        except OSError as error:
            raise InputError("standard output", f"cannot be written ({error.strerror})", "name an --output") from error
        return
    try:
        output.write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise InputError(str(output), f"cannot be written ({error.strerror})", "name another --output") from error


def _fail(error: TwosourceError) -> NoReturn:
    from service.errors import BudgetExceeded, InputError, ProviderError, ReplyMissing, SettingsError  # noqa: PLC0415

    exits: list[tuple[type[TwosourceError], int]] = [
        (InputError, EXIT_USAGE),
        (SettingsError, EXIT_USAGE),
        (ReplyMissing, EXIT_USAGE),
        (ProviderError, EXIT_PROVIDER),
        (BudgetExceeded, EXIT_BUDGET),
    ]
    _say(f"twosource: {error}")
    sys.exit(next((status for kind, status in exits if isinstance(error, kind)), EXIT_FAILURE))


def _progress(stage: str, subject: str) -> None:
    _say(f"{stage:<12}{subject}".rstrip())


def _say(text: str) -> None:
    click.echo(text, err=True)


def _log_to_stderr() -> None:
    import logging  # noqa: PLC0415 - see the module's docstring

    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(message)s"))
    log = logging.getLogger("twosource")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
