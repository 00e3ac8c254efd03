"""What the README shows of the demo is what the demo prints."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from service.cli import main

ROOT = Path(__file__).parents[1]


def test_every_line_that_the_readme_shows_of_the_demo_is_printed_by_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TWOSOURCE_MODEL", raising=False)
    story = ROOT / "seeds" / "korea-arms"
    printed = CliRunner().invoke(main, ["summarise", str(story), "--replies", str(story / "replies.jsonl")]).stdout
    shown = (ROOT / "README.md").read_text().split("begins like this:\n\n")[1].split("\nThe replies that")[0]
    lines = [line.removeprefix("    ") for line in shown.splitlines() if line.strip() not in ("", "…")]
    assert len(lines) > 20
    assert [line for line in lines if line not in printed.splitlines()] == []
