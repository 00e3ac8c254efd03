"""Files to articles: the canonical text is fixed here, with what is known of each article beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from schemas.articles import Article
from schemas.base import Record, content_id
from schemas.values import AnchorBasis
from service.errors import InputError, InputErrors
from service.text.pages.credits import find_credit
from service.text.pages.datelines import stated_date
from service.text.pages.decoding import decode, strip_blank_lines
from service.text.pages.frontmatter import FrontMatter, split_front_matter
from service.text.pages.noise import find_noise, is_only_furniture
from service.text.pages.siblings import lend_day, sibling

SUFFIXES = (".txt", ".md", ".markdown")
README = "readme"
RECORDING = "replies.jsonl"
"""What a bundled story keeps beside its articles."""
ENGLISH = "en"
# Somewhere it is tomorrow already.
CLOCK_LEEWAY = timedelta(days=1)
HEADING = re.compile(r"#{1,2}[ \t]+(?P<title>\S.*?)[ \t#]*$")


class InputLimits(Record):
    """How much is read in one go."""

    max_bytes_per_file: int = Field(default=5_000_000, gt=0)
    max_articles: int = Field(default=300, gt=0)


class Intake(Record):
    """The articles in the order given, and what the reader should know of them."""

    articles: tuple[Article, ...]
    notices: tuple[str, ...] = ()


class _Reading(NamedTuple):
    """One file, read: its article, whether the user named the outlet, and notices on it."""

    article: Article
    outlet_is_stated: bool
    notices: tuple[str, ...]


def ingest(paths: Sequence[Path], limits: InputLimits, today: date) -> Intake:
    """Read files and folders into articles; `today` is the last day, give or take one, that an article can be of.

    Raises InputError for a fault in one input, InputErrors for faults in several.
    """
    files, faults = _all_files(paths)
    notices = []
    if len(files) > limits.max_articles:
        problem = f"{len(files)} articles, more than the limit of {limits.max_articles}"
        raise InputError(_shown(paths[0]), problem, "give fewer files, or raise TWOSOURCE_MAX_ARTICLES")
    readings: list[_Reading] = []
    for file in files:
        try:
            readings.append(_read(file, limits, today))
        except InputError as fault:
            faults.append(fault)
    if faults:
        raise faults[0] if len(faults) == 1 else InputErrors(faults)
    if not readings:
        raise InputError("input", "no articles were given", f"name files ({', '.join(SUFFIXES)}) or a folder of them")
    readings, repeats = _without_repeats(readings)
    notices += [f"{_shown(path)}: in the folder, but not read" for path in _passed_over(paths)]
    notices += [notice for reading in readings for notice in reading.notices] + repeats
    articles, inferred = _with_lent_days([reading.article for reading in readings])
    return Intake(articles=tuple(articles), notices=(*notices, *inferred))


def _all_files(paths: Sequence[Path]) -> tuple[list[Path], list[InputError]]:
    """The files that the paths name, folders opened, in order; and the faults of paths that name none."""
    files: list[Path] = []
    faults: list[InputError] = []
    for path in paths:
        try:
            files += _files(path)
        except InputError as fault:
            faults.append(fault)
        except OSError as error:
            faults.append(_unreadable(path, error))
    return files, faults


def _files(path: Path) -> list[Path]:
    known = ", ".join(SUFFIXES)
    if path.is_dir():
        found = list(_files_in_folder(path))
        if not found:
            raise InputError(_shown(path), "is a folder without articles", f"put {known} files in it")
        return found
    if not path.exists():
        raise InputError(_shown(path), "does not exist", "check the path")
    if not path.is_file():
        raise InputError(_shown(path), "is neither a file nor a folder", f"give a {known} file")
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(_shown(path), f"has an unsupported suffix “{path.suffix}”", f"give a {known} file")
    return [path]


def _files_in_folder(folder: Path) -> Iterable[Path]:
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            # A link to a folder can lead back up; what it leads to is read where it stands.
            if not path.is_symlink():
                yield from _files_in_folder(path)
        elif path.is_file() and path.suffix.lower() in SUFFIXES and path.stem.lower() != README:
            yield path


def _passed_over(paths: Iterable[Path]) -> Iterator[Path]:
    """What stands openly in the folders and is no article of ours: other formats, linked folders, a readme."""
    for folder in (path for path in paths if path.is_dir()):
        read = set(_files_in_folder(folder))
        inside = {path.parent for path in read} | {folder}
        for path in sorted(entry for each in sorted(inside) for entry in each.iterdir()):
            linked = path.is_dir() and path.is_symlink()
            if (
                not path.name.startswith(".")
                and path.name != RECORDING
                and (linked or (path.is_file() and path not in read))
            ):
                yield path


def _read(path: Path, limits: InputLimits, today: date) -> _Reading:
    source = _shown(path)
    decoded = decode(_raw_bytes(path, limits.max_bytes_per_file), source)
    if not decoded.text.strip():
        raise InputError(source, "is empty", "give a file with text")
    front, body = split_front_matter(decoded.text, source)
    text = strip_blank_lines(body)
    if not text:
        raise InputError(source, "has front matter but no text below it", "add the article's text")
    if is_only_furniture(text):
        raise InputError(source, "holds nothing but site furniture", "add the article's text")
    article, notice = _article(path, front, text, today)
    notices = (f"{source}: {decoded.notice}" if decoded.notice else "", notice)
    return _Reading(article, front.outlet is not None, tuple(filter(None, notices)))


def _raw_bytes(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    if not raw:
        raise InputError(_shown(path), "is empty", "give a file with text")
    if len(raw) > limit:
        remedy = "give one article a file, or raise TWOSOURCE_MAX_BYTES_PER_FILE"
        raise InputError(_shown(path), f"is larger than {limit:,} bytes", remedy)
    return raw


def _article(path: Path, front: FrontMatter, text: str, today: date) -> tuple[Article, str]:
    """The article as its own file tells it, and a notice ("" for none)."""
    source, latest, notice = _shown(path), today + CLOCK_LEEWAY, ""
    if front.published and front.published > latest:
        problem = f"field published lies in the future ({front.published})"
        raise InputError(source, problem, "correct the date: every weekday of the text is read from it")
    published = front.published or stated_date(text)
    if published and published > latest:
        notice = f"{source}: the text's own date, {published}, lies in the future and was set aside"
        published = None
    outlet = front.outlet or _encodable(path.stem)
    article = Article(
        id=content_id("a", text, outlet),
        text=text,
        outlet=outlet,
        title=front.title or _heading(text),
        published=published,
        published_basis=AnchorBasis.STATED if published else AnchorBasis.UNKNOWN,
        url=front.url,
        language=front.language,
        credit=front.credit or find_credit(text),
        source=source,
        noise=tuple(find_noise(text)),
    )
    if not notice and front.language and not front.language.lower().startswith(ENGLISH):
        notice = f"{source}: language {front.language}; dates and numbers are read as English"
    return article, notice


def _without_repeats(readings: list[_Reading]) -> tuple[list[_Reading], list[str]]:
    """Each article once. The same text under two stated outlets is two articles: that one copied is worth telling."""
    kept: dict[tuple[str, str | None], _Reading] = {}
    ids: dict[str, _Reading] = {}
    notices = []
    for reading in readings:
        article = reading.article
        key = (article.text, article.outlet if reading.outlet_is_stated else None)
        first = kept.get(key) or ids.get(article.id)
        if first is None:
            kept[key] = ids[article.id] = reading
        elif first.article.source == article.source:
            notices.append(f"{article.source}: named twice, read once")
        else:
            notices.append(f"{article.source}: same text as {first.article.source}, set aside")
    return list(kept.values()), notices


def _with_lent_days(articles: list[Article]) -> tuple[list[Article], list[str]]:
    """Give undated articles the day of dated ones that tell the same story, where that is safe."""
    dated = [
        sibling(article.source, article.published, _body_text(article)) for article in articles if article.published
    ]
    complete, notices = [], []
    for article in articles:
        lender = None if article.published else lend_day(_body_text(article), dated)
        if lender is None:
            complete.append(article)
            continue
        lent = {"published": lender.published, "published_basis": AnchorBasis.INFERRED}
        complete.append(article.model_copy(update=lent))
        notices.append(
            f"{article.source}: states no date; {lender.published} inferred from {lender.source}, which tells the same"
        )
    return complete, notices


def _body_text(article: Article) -> str:
    return "\n".join(article.text[span.start : span.end] for span in article.body)


def _heading(text: str) -> str | None:
    match = HEADING.match(text.split("\n", 1)[0].strip())
    return match["title"] if match else None


def _shown(path: Path) -> str:
    return _encodable(str(path))


def _encodable(name: str) -> str:
    """A file's name can hold bytes that are no UTF-8; reports and ids can not."""
    return name.encode("utf-8", errors="replace").decode("utf-8")


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(_shown(path), f"cannot be read ({error.strerror})", "check that it is there and may be read")
