"""Records a story's replies into its bundle: `python -m evals.record seeds/korea-arms`.

The model is named by TWOSOURCE_MODEL and TWOSOURCE_API_BASE, as for any run. Every reply is asked anew and goes into
`replies.jsonl` beside the articles, from which `twosource summarise --replies` answers without any model.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from schemas.report import Report
from service.bootstrap import pipeline
from service.errors import SettingsError, TwosourceError
from service.settings import Settings, load_settings
from service.store.replies import RecordingHeader, SqliteReplies, write_recording

FILE_NAME = "replies.jsonl"
NOTE = (
    "Replies of a general-purpose language model, recorded through a local OpenAI-compatible endpoint. "
    "Token counts are estimates (UTF-8 bytes / 4)."
)


def main(stories: list[str]) -> int:
    """Record each named story; 0 if every report came out whole."""
    if not stories:
        sys.stderr.write("usage: python -m evals.record STORY...\n")
        return 2
    try:
        return max(_record(Path(story)) for story in stories)
    except TwosourceError as error:
        sys.stderr.write(f"record: {error}\n")
        return 1


def _record(story: Path) -> int:
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"store": Path(folder) / "replies.sqlite"})
        if not settings.model:
            raise SettingsError("no model is named; set TWOSOURCE_MODEL")
        report = asyncio.run(_run(settings, story))
        store = SqliteReplies(settings.store)
        try:
            replies = list(store.all())
        finally:
            store.close()
    write_recording(story / FILE_NAME, RecordingHeader(model=settings.model, note=NOTE), replies)
    print(f"{story / FILE_NAME}: {len(replies)} replies, report {report.status}")
    return 1 if report.manifest.failures else 0


async def _run(settings: Settings, story: Path) -> Report:
    async with pipeline(settings, today=datetime.now(UTC).date(), progress=_progress) as ready:
        return await ready.run([story])


def _progress(stage: str, subject: str) -> None:
    sys.stderr.write(f"{stage:<12}{subject}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
