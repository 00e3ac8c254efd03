"""The closing table of the text rules' benchmark, and what it says where a file is missing."""

from __future__ import annotations

import pytest

from evals import bench_text
from evals.bench.table import Row
from service.errors import InputError


def complete_folder(tmp_path):
    folder = tmp_path / "labelled"
    for part in bench_text.PARTS:
        for name in part.files:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    return folder


def test_a_complete_folder_passes_the_check_wherever_it_lies(tmp_path):
    bench_text.check_folder(complete_folder(tmp_path))


@pytest.mark.parametrize("name", sorted({name for part in bench_text.PARTS for name in part.files}))
def test_a_missing_file_is_named_with_a_remedy_and_exits_with_two(tmp_path, capsys, name):
    folder = complete_folder(tmp_path)
    (folder / name).unlink()
    assert bench_text.main([str(folder)]) == 2
    told = capsys.readouterr().err
    assert name in told
    assert "give the folder" in told
    assert "Traceback" not in told


def test_a_missing_folder_of_reports_is_named(tmp_path):
    folder = complete_folder(tmp_path)
    (tmp_path / "seeds").rmdir()
    with pytest.raises(InputError, match="seeds"):
        bench_text.check_folder(folder)


def test_a_report_that_the_quotations_name_and_nobody_has_exits_with_two(tmp_path, capsys, monkeypatch):
    folder = complete_folder(tmp_path)
    quoted = '{"file": "gone.txt", "quote": "We stay.", "damage": "none", "start": 0, "end": 8}\n'
    (folder / "phrases" / "quotes.jsonl").write_text(quoted, encoding="utf-8")
    quotes_only = [part for part in bench_text.PARTS if part.files == ("phrases/quotes.jsonl",)]
    monkeypatch.setattr(bench_text, "PARTS", quotes_only)
    assert bench_text.main([str(folder)]) == 2
    assert "gone.txt" in capsys.readouterr().err


def test_no_argument_prints_the_usage_and_exits_with_two(capsys):
    assert bench_text.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_closing_table_says_of_a_missed_aim_that_it_is_missed_and_of_no_other():
    rows = [
        Row("dates", "91 right", ">= 92", reached=False),
        Row("quotes", "15", "all", reached=True),
        Row("units", "3 of 4"),
    ]
    lines = bench_text.closing_table(rows).splitlines()
    assert [line.endswith("missed") for line in lines] == [False, False, True, False, False]


def test_missed_aims_still_exit_with_zero(tmp_path, monkeypatch, capsys):
    folder = complete_folder(tmp_path)
    missed = bench_text.Part("dates", (), lambda _: iter([Row("dates", "0 right", ">= 92", reached=False)]))
    monkeypatch.setattr(bench_text, "PARTS", [missed])
    assert bench_text.main([str(folder)]) == 0
    assert "missed" in capsys.readouterr().out
