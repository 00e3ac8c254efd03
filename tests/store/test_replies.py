"""What was paid for is kept, safely, and a file that is not ours is refused rather than harmed."""

from __future__ import annotations

import logging
import sqlite3
import stat
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.errors import SettingsError
from service.llm import ReplyStore, StoredReply
from service.store.replies import (
    KeyedReply,
    RecordedReplies,
    RecordingHeader,
    SqliteReplies,
    write_recording,
)

KEY = "0" * 32
HEADER = RecordingHeader(model="openai/x", note="Recorded for a test.")
replies = st.builds(
    StoredReply,
    prompt=st.text(),
    model=st.text(),
    text=st.text(),
    prompt_tokens=st.integers(0, 10**9),
    completion_tokens=st.integers(0, 10**9),
    created=st.datetimes(timezones=st.just(UTC)),
)


def reply(text: str = '{"city": "Rome"}') -> StoredReply:
    return StoredReply(
        prompt="locate",
        model="openai/x",
        text=text,
        prompt_tokens=100,
        completion_tokens=10,
        created=datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC),
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "replies.sqlite"


def test_a_reply_outlives_the_process_that_kept_it(path: Path) -> None:
    first = SqliteReplies(path)
    first.put(KEY, reply())
    first.close()

    second = SqliteReplies(path)
    assert second.get(KEY) == reply()
    assert second.get("1" * 32) is None
    second.close()


def test_a_later_reply_to_the_same_request_takes_the_place(path: Path) -> None:
    store = SqliteReplies(path)
    store.put(KEY, reply("{}"))
    store.put(KEY, reply("[]"))

    assert list(store.all()) == [KeyedReply(KEY, reply("[]"))]
    store.close()


@settings(deadline=None, max_examples=30)
@given(st.dictionaries(st.text("0123456789abcdef", min_size=1), replies, max_size=5))
def test_every_reply_comes_back_as_it_was_from_either_kind_of_file(kept: dict[str, StoredReply]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = SqliteReplies(Path(folder) / "replies.sqlite")
        for key, one in kept.items():
            store.put(key, one)
        assert {key: store.get(key) for key in kept} == kept
        write_recording(Path(folder) / "replies.jsonl", HEADER, store.all())
        store.close()

        recorded = RecordedReplies(Path(folder) / "replies.jsonl")
        assert {key: recorded.get(key) for key in kept} == kept
        assert (len(recorded), recorded.header) == (len(kept), HEADER)


def test_the_file_is_for_its_owner_alone(path: Path) -> None:
    store = SqliteReplies(path)
    store.put(KEY, reply())

    files = list(path.parent.iterdir())
    assert path in files
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    store.close()


def test_another_programs_database_is_refused_and_left_as_it_was(path: Path) -> None:
    path.parent.mkdir()
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE songs (name)")
    foreign.close()
    before = path.read_bytes()

    with pytest.raises(SettingsError, match="another program's database; move it away"):
        SqliteReplies(path)

    assert path.read_bytes() == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("notes of mine, not yours\n" * 100)

    with pytest.raises(SettingsError, match="is damaged, or no reply store at all; move it away"):
        SqliteReplies(path)

    assert path.read_text().startswith("notes of mine")


def test_a_store_of_another_version_is_refused(path: Path) -> None:
    SqliteReplies(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 2")
    connection.close()

    with pytest.raises(SettingsError, match="of version 2, not 1"):
        SqliteReplies(path)


def test_damage_in_the_middle_of_a_file_is_told_when_it_is_met(path: Path) -> None:
    store = SqliteReplies(path)
    for number in range(200):
        store.put(f"{number:032}", reply("x" * 500))
    store.close()
    damaged = bytearray(path.read_bytes())
    damaged[8192:-8192] = b"\xff" * (len(damaged) - 16384)
    path.write_bytes(damaged)

    store = SqliteReplies(path)
    with pytest.raises(SettingsError, match="damaged"):
        [store.get(f"{number:032}") for number in range(200)]
    store.close()


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="name a file that can be written"):
        SqliteReplies(tmp_path)


def test_a_reply_that_cannot_be_kept_does_not_end_the_run(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = SqliteReplies(path)
    store._connection.execute("PRAGMA query_only = ON")  # as a full disk would, every write fails

    with caplog.at_level(logging.WARNING):
        store.put(KEY, reply("secret words"))

    assert "reply not kept" in caplog.text
    assert "secret words" not in caplog.text
    store.close()


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from service.llm import StoredReply
from service.store.replies import SqliteReplies

store = SqliteReplies(Path(sys.argv[1]))
for number in range(100):
    text = f"{sys.argv[2]}-{number}"
    now = datetime.now(UTC)
    store.put(text, StoredReply(prompt="p", model="m", text=text, prompt_tokens=1, completion_tokens=1, created=now))
"""


def test_processes_that_open_and_write_at_once_lose_nothing(path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stderr=subprocess.PIPE, text=True)
        for name in ("one", "two", "three")
    ]
    for writer in writers:
        _, complaints = writer.communicate(timeout=60)
        assert (writer.returncode, complaints) == (0, "")

    store = SqliteReplies(path)
    assert len(list(store.all())) == 300
    store.close()


def test_a_recording_takes_nothing_in(tmp_path: Path) -> None:
    write_recording(tmp_path / "r.jsonl", HEADER, [KeyedReply(KEY, reply())])

    assert not isinstance(RecordedReplies(tmp_path / "r.jsonl"), ReplyStore)


def test_a_recording_is_written_in_order_of_keys(tmp_path: Path) -> None:
    kept = [KeyedReply("b", reply()), KeyedReply("a", reply())]
    write_recording(tmp_path / "one.jsonl", HEADER, kept)
    write_recording(tmp_path / "two.jsonl", HEADER, reversed(kept))

    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()
    assert {file.name for file in tmp_path.iterdir()} == {"one.jsonl", "two.jsonl"}


@pytest.mark.parametrize(
    ("content", "line"),
    [("", 1), ("{}\n", 1), ('{"model": "m"}\n{"key": "a"}\n', 2), ('{"model": "m"}\n\n', 2), ("words of a reply\n", 1)],
)
def test_a_broken_recording_is_refused_by_line_and_not_quoted(tmp_path: Path, content: str, line: int) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(content)
    if content.endswith("\n\n"):
        path.write_text(content + '{"key": "a"}\n')

    with pytest.raises(SettingsError, match=rf"r\.jsonl, line {line}: ") as raised:
        RecordedReplies(path)

    assert "words of a reply" not in str(raised.value)
    assert raised.value.__context__ is None


def test_a_recording_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read as a recording"):
        RecordedReplies(tmp_path / "none.jsonl")
