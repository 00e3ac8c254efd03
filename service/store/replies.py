"""Kept replies: a SQLite file that grows with use, and recordings that ship with the product.

They are what makes a run cheap to repeat and to resume, so a damaged one is refused loudly and never repaired.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from schemas.base import Record
from service.errors import SettingsError
from service.llm import StoredReply

T = TypeVar("T", bound=Record)

log = logging.getLogger("twosource.store")

SCHEMA_VERSION = 1
APPLICATION_ID = 0x54574F53
"""Stands in the file's header ("TWOS"), so that another program's database is not taken for ours."""

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700
BUSY_WAIT_S = 30.0
"""How long one process waits for another's write, which takes milliseconds."""

CREATE = """
CREATE TABLE IF NOT EXISTS replies (
    key TEXT PRIMARY KEY,
    prompt TEXT NOT NULL,
    model TEXT NOT NULL,
    text TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL,
    completion_tokens INTEGER NOT NULL,
    created TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""
SELECT = "SELECT prompt, model, text, prompt_tokens, completion_tokens, created FROM replies WHERE key = ?"
SELECT_KEYS = "SELECT key FROM replies ORDER BY key"
INSERT = """
INSERT OR REPLACE INTO replies (key, prompt, model, text, prompt_tokens, completion_tokens, created)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""


class KeyedReply(NamedTuple):
    key: str
    reply: StoredReply


class SqliteReplies:
    """Replies in one SQLite file, which several processes and threads may use at once.

    The file holds words of articles: it is readable by its owner alone.

    Raises:
        SettingsError: the file is no reply store, is damaged, is of another version, or cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        try:
            path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
            self._connection = sqlite3.connect(path, timeout=BUSY_WAIT_S, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise SettingsError(
                f"{path}: cannot be opened as a reply store; name a file that can be written"
            ) from error
        try:
            self._open()
        except (sqlite3.Error, SettingsError) as error:
            self._connection.close()
            raise self._unusable(error) from error

    def _open(self) -> None:
        """Check that the file is ours before anything is written to it."""
        tables = self._number("SELECT count(*) FROM sqlite_master")
        if tables and self._number("PRAGMA application_id") != APPLICATION_ID:
            raise SettingsError("is another program's database")
        version = self._number("PRAGMA user_version")
        if version not in (0, SCHEMA_VERSION):
            raise SettingsError(f"is a reply store of version {version}, not {SCHEMA_VERSION}")
        if not tables:
            self._create()
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def _create(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(CREATE)
        self._connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        self._connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        self._connection.execute("COMMIT")

    def _number(self, query: str) -> int:
        return int(self._connection.execute(query).fetchone()[0])

    def _unusable(self, error: Exception) -> SettingsError:
        problem = str(error) if isinstance(error, SettingsError) else "is damaged, or no reply store at all"
        return SettingsError(f"{self._path}: {problem}; move it away or name another file for kept replies")

    def get(self, key: str) -> StoredReply | None:
        """The reply that was kept for the key.

        Raises:
            SettingsError: the file was damaged since it was opened.
        """
        try:
            with self._lock:
                row = self._connection.execute(SELECT, (key,)).fetchone()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        return None if row is None else _reply(row)

    def put(self, key: str, reply: StoredReply) -> None:
        """Keep a reply. Where the disk does not take it, the run goes on without: the reply is paid for and in hand."""
        values = (key, *reply.model_dump(exclude={"created"}).values(), reply.created.isoformat())
        try:
            with self._lock:
                self._connection.execute(INSERT, values)
        except sqlite3.Error as error:
            log.warning("reply not kept key=%s reason=%s", key, error)

    def all(self) -> Iterator[KeyedReply]:
        """Every kept reply, in order of keys."""
        with self._lock:
            keys = [key for (key,) in self._connection.execute(SELECT_KEYS)]
        for key in keys:
            reply = self.get(key)
            if reply is not None:
                yield KeyedReply(key, reply)

    def close(self) -> None:
        self._connection.close()


def _reply(row: tuple[str, str, str, int, int, str]) -> StoredReply:
    prompt, model, text, prompt_tokens, completion_tokens, created = row
    return StoredReply(
        prompt=prompt,
        model=model,
        text=text,
        prompt_tokens=prompt_tokens,
        completion_tokens=completion_tokens,
        created=datetime.fromisoformat(created),
    )


class RecordingHeader(Record):
    """First line of a recording: which model spoke, and what the reader should know of it."""

    model: str
    note: str = ""


class RecordedLine(StoredReply):
    """Every further line: a reply and its key."""

    key: str


class RecordedReplies:
    """Replies that were recorded before, read from JSON lines. Nothing can be added.

    Raises:
        SettingsError: the file is missing, or a line of it is no record; names file and line.
    """

    def __init__(self, path: Path) -> None:
        try:
            # Not splitlines(): a reply may hold the other line ends that it knows.
            first, *rest = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read as a recording of replies; name another") from error
        self.header = _record(path, 1, first, RecordingHeader)
        self._replies: dict[str, StoredReply] = {}
        for number, line in enumerate(rest, start=2):
            recorded = _record(path, number, line, RecordedLine)
            self._replies[recorded.key] = StoredReply(**recorded.model_dump(exclude={"key"}))

    def __len__(self) -> int:
        return len(self._replies)

    def get(self, key: str) -> StoredReply | None:
        return self._replies.get(key)


def _record(path: Path, number: int, line: str, kind: type[T]) -> T:
    with suppress(ValidationError):
        return kind.model_validate_json(line)
    raise SettingsError(f"{path}, line {number}: is no line of a recording of replies; record it anew")


def write_recording(path: Path, header: RecordingHeader, replies: Iterable[KeyedReply]) -> None:
    """Write a recording in order of keys, so that making it anew changes only the lines that changed."""
    in_order = sorted(replies, key=lambda kept: kept.key)
    records: list[Record] = [header, *(RecordedLine(key=key, **reply.model_dump()) for key, reply in in_order)]
    part = path.with_suffix(".part")
    part.write_text("".join(f"{record.model_dump_json()}\n" for record in records), encoding="utf-8")
    part.replace(path)
