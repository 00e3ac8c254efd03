"""Files become articles with one canonical text each; the user's mistakes become errors that name file and remedy."""

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.values import AnchorBasis
from service.errors import InputError, InputErrors
from service.stages.ingest import InputLimits, ingest

TODAY = date(2024, 6, 1)
BODY = "The council of Lesk counted its boats.\n\nThere were 84 of them."
DATED = """Monday, May 13, 2024

The ferry Marigold ran aground on a sandbank outside the harbour of Lesk on Monday with 84 people on board.

Nobody was hurt, the harbour office said, and the passengers were brought ashore in two lifeboats before dark.

The office said it would ask the owner why the ship had left the marked channel, where the water is nine metres deep."""
UNDATED = """A ferry with 84 people on board ran aground on a sandbank outside the harbour of Lesk this Monday, officials said.

The passengers were brought ashore in two lifeboats and nobody was hurt, the harbour office said in a short statement.

It was not clear why the ship had left the marked channel."""
LATER = """A ferry with 40 people on board caught fire off Lesk on Monday, five months after another ship was lost there.

Crews from three towns fought the flames through the night while a tug held the burning vessel against the tide.

Its owner blamed a fuel pump that inspectors had found faulty during their visit in the autumn of last year."""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def take(*paths: Path, **limits: int):
    return ingest(paths, InputLimits(**limits), TODAY)


def only(path: Path):
    (article,) = take(path).articles
    return article


def fault(*paths: Path, **limits: int) -> InputError:
    with pytest.raises(InputError) as raised:
        take(*paths, **limits)
    return raised.value


def test_front_matter_is_read_and_is_no_part_of_the_text(tmp_path):
    front = "---\noutlet: Marrow Herald\ntitle: Boats\npublished: 2024-05-12\nurl: https://herald.example\nlanguage: en\ncredit: AFP\n---\n"
    article = only(write(tmp_path, "a.md", f"{front}\n\n{BODY}\n\n"))
    assert article.text == BODY
    assert (article.outlet, article.title, article.url) == ("Marrow Herald", "Boats", "https://herald.example")
    assert (article.language, article.credit) == ("en", "AFP")
    assert (article.published, article.published_basis) == (date(2024, 5, 12), AnchorBasis.STATED)


def test_without_front_matter_the_file_names_the_outlet_and_a_heading_the_title(tmp_path):
    path = write(tmp_path, "tidewater-post.md", f"# Boats counted\n\n{BODY}")
    article = only(path)
    assert (article.outlet, article.title, article.source) == ("tidewater-post", "Boats counted", str(path))
    assert article.text.startswith("# Boats counted")
    assert article.published is None
    assert article.published_basis is AnchorBasis.UNKNOWN


def test_stated_front_matter_goes_before_the_text(tmp_path):
    front = "---\ntitle: Mine\npublished: 2024-05-20\ncredit: Own desk\n---\n"
    article = only(write(tmp_path, "a.md", f"{front}# Theirs\n\n13 May 2024\n\n{BODY}\n\n(AFP)"))
    assert (article.title, article.published, article.credit) == ("Mine", date(2024, 5, 20), "Own desk")


def test_a_dateline_and_a_credit_line_are_read_and_left_out_of_the_body(tmp_path):
    article = only(
        write(
            tmp_path, "a.txt", f"Boats counted\n\nMonday, May 13, 2024\n\n{BODY}\n\n(With information from EFE and AFP)"
        )
    )
    assert (article.published, article.credit) == (date(2024, 5, 13), "EFE, AFP")
    body = "".join(article.text[span.start : span.end] for span in article.body)
    assert "EFE" not in body
    assert "May 13" not in body
    assert BODY in body


def test_an_article_is_the_same_in_every_run_and_differs_by_outlet(tmp_path):
    one, two = write(tmp_path, "one.txt", BODY), write(tmp_path, "two/one.txt", f"{BODY} More.")
    assert only(one) == only(one)
    assert only(one).id != only(two).id


@pytest.mark.parametrize("sample", ["Zürich “quai”", "مرحبا بالعالم", "東京で会見した。", "boat 🚢👩‍✈️ e\u0301"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_every_script_keeps_its_code_points(tmp_path, sample, encoding):
    article = only(write(tmp_path, "a.txt", f"\r\n{sample}\r\n\r\nShare\r\n\r\n{sample} end\r\n".encode(encoding)))
    assert article.text == f"{sample}\n\nShare\n\n{sample} end"
    assert [article.text[span.start : span.end] for span in article.noise] == ["Share\n"]


@settings(deadline=None, max_examples=60)
@given(text=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_is_kept_but_for_blank_lines_at_its_ends(tmp_path_factory, text):
    path = write(tmp_path_factory.mktemp("any"), "a.txt", f"Lesk: {text}\r\nThe boats were counted on Monday.\r\n")
    assert only(path).text == f"Lesk: {text}\nThe boats were counted on Monday."


def test_a_file_that_is_not_utf8_is_read_with_a_notice(tmp_path):
    intake = take(write(tmp_path, "a.txt", "The café was “full”.".encode("cp1252")))
    assert intake.articles[0].text == "The café was “full”."
    assert len(intake.notices) == 1
    assert "Windows-1252" in intake.notices[0]


def test_a_folder_gives_its_articles_by_name_without_hidden_files_and_readmes(tmp_path):
    for name in (
        "b.txt",
        "a.md",
        "c.markdown",
        "sub/d.TXT",
        "README.md",
        "readme.txt",
        ".hidden.txt",
        ".git/e.txt",
        "f.json",
    ):
        write(tmp_path, name, f"{BODY} {name}")
    assert [Path(article.source).name for article in take(tmp_path).articles] == [
        "a.md",
        "b.txt",
        "c.markdown",
        "d.TXT",
    ]


def test_a_readme_named_by_the_user_is_read(tmp_path):
    assert only(write(tmp_path, "README.md", BODY)).outlet == "README"


def test_a_folder_that_links_to_itself_is_read_once(tmp_path):
    write(tmp_path, "a.txt", BODY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(take(tmp_path).articles) == 1
    assert [notice.endswith("loop: in the folder, but not read") for notice in take(tmp_path).notices] == [True]


def test_what_a_folder_holds_besides_articles_is_told(tmp_path):
    for name in ("a.txt", "rival.pdf", "README.md", ".hidden", "replies.jsonl"):
        write(tmp_path, name, BODY)
    told = " ".join(take(tmp_path).notices)
    assert "rival.pdf" in told
    assert "README.md" in told
    assert ".hidden" not in told


def test_another_language_is_told(tmp_path):
    write(tmp_path, "a.md", f"---\nlanguage: de\n---\n{BODY}")
    assert "read as English" in " ".join(take(tmp_path).notices)


def test_the_same_file_or_the_same_text_counts_once_with_a_notice(tmp_path):
    one, copy = write(tmp_path, "one.txt", BODY), write(tmp_path, "copy.txt", f"{BODY}\n")
    intake = take(one, one, copy)
    assert [article.source for article in intake.articles] == [str(one)]
    assert len(intake.notices) == 2
    assert "twice" in intake.notices[0]
    assert str(copy) in intake.notices[1]
    assert str(one) in intake.notices[1]


def test_one_text_under_two_stated_outlets_is_two_articles(tmp_path):
    paths = [write(tmp_path, f"{name}.md", f"---\noutlet: {name}\n---\n{BODY}") for name in ("Herald", "Post")]
    assert len(take(*paths).articles) == 2
    assert take(*paths).notices == ()


def test_one_text_of_one_outlet_is_one_article_however_the_outlet_is_known(tmp_path):
    paths = [write(tmp_path, "Herald.md", BODY), write(tmp_path, "x.md", f"---\noutlet: Herald\n---\n{BODY}")]
    assert len(take(*paths).articles) == 1


def test_an_undated_report_of_the_same_event_takes_the_day_and_one_of_another_event_does_not(tmp_path):
    paths = [
        write(tmp_path, name, text)
        for name, text in (("dated.txt", DATED), ("undated.txt", UNDATED), ("later.txt", LATER))
    ]
    intake = take(*paths)
    assert [(article.published, article.published_basis) for article in intake.articles] == [
        (date(2024, 5, 13), AnchorBasis.STATED),
        (date(2024, 5, 13), AnchorBasis.INFERRED),
        (None, AnchorBasis.UNKNOWN),
    ]
    assert len(intake.notices) == 1
    for word in ("undated.txt", "2024-05-13", "dated.txt"):
        assert word in intake.notices[0]


def test_a_later_dated_report_of_another_event_lends_nothing(tmp_path):
    later = f"---\npublished: 2024-05-27\n---\n{LATER}"
    intake = take(write(tmp_path, "later.txt", later), write(tmp_path, "undated.txt", UNDATED))
    assert intake.articles[1].published is None


def test_a_stated_day_in_the_future_is_an_error_and_tomorrow_is_not(tmp_path):
    error = fault(write(tmp_path, "a.md", f"---\npublished: 2024-06-03\n---\n{BODY}"))
    assert "published" in error.problem
    assert error.remedy
    assert only(write(tmp_path, "b.md", f"---\npublished: 2024-06-02\n---\n{BODY}")).published == date(2024, 6, 2)


def test_a_dateline_in_the_future_is_set_aside_with_a_notice(tmp_path):
    intake = take(write(tmp_path, "a.txt", f"June 13, 2024\n\n{BODY}"))
    assert intake.articles[0].published is None
    assert "future" in intake.notices[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "", "empty"),
        ("a.txt", " \n\t\r\n", "empty"),
        ("a.txt", b"\xef\xbb\xbf\n", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        ("a.md", "---\ntitle: x\n---\n\n", "no text"),
        ("a.md", "---\ntitle: x\n\ntext", "never closes"),
        ("a.md", "---\nauthor: x\n---\ntext", "author"),
        ("a.md", "---\npublished: soon\n---\ntext", "published"),
        ("a.txt", "Share\n\nAdvertisement\n\nNewsletter", "furniture"),
        ("a.pdf", "text", "suffix"),
        ("a", "text", "suffix"),
    ],
)
def test_a_faulty_file_is_named_with_problem_and_remedy(tmp_path, name, content, words):
    path = write(tmp_path, name, content)
    error = fault(path)
    assert error.source == str(path)
    assert words in str(error)
    assert error.remedy


def test_paths_that_lead_to_nothing_are_errors(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    for name in ("missing.txt", "empty", "loop.txt", "pipe.txt", "n" * 300 + ".txt"):
        assert fault(tmp_path / name).source == str(tmp_path / name)
    assert "no articles" in fault().problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path):
    path = write(tmp_path, "a.txt", BODY)
    path.chmod(0)
    assert "cannot be read" in fault(path).problem


def test_limits_hold_for_bytes_and_for_articles(tmp_path):
    one, two = write(tmp_path, "one.txt", BODY), write(tmp_path, "two.txt", f"{BODY} More.")
    size = len(BODY.encode())
    assert len(take(one, max_bytes_per_file=size).articles) == 1
    assert "larger" in fault(one, max_bytes_per_file=size - 1).problem
    assert len(take(one, two, max_articles=2).articles) == 2
    assert "2 articles" in fault(one, two, max_articles=1).problem


def test_all_faulty_files_are_told_together_one_line_each(tmp_path):
    good, empty, missing = write(tmp_path, "good.txt", BODY), write(tmp_path, "empty.txt", ""), tmp_path / "missing.txt"
    error = fault(good, empty, missing)
    assert isinstance(error, InputErrors)
    lines = str(error).split("\n")
    assert len(lines) == 2
    assert sorted(line.split(":")[0] for line in lines) == sorted([str(empty), str(missing)])
    assert {each.source for each in error.errors} == {str(empty), str(missing)}


def test_a_file_name_that_is_no_utf8_is_shown_and_not_stumbled_over(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    try:
        path.write_text(BODY)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert only(path).outlet == "caf?"
