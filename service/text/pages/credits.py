"""The news agency that an article credits in its head or foot: copies of one wire are one origin, not several."""

from __future__ import annotations

import re
from typing import NamedTuple

HEAD_LINES = 6
FOOT_LINES = 12
MAX_CREDIT_CHARS = 300


class Agency(NamedTuple):
    """A news agency: its usual short name, and every form in which credit lines name it (case counts for acronyms)."""

    name: str
    forms: tuple[str, ...]


AGENCIES = (
    Agency("AAP", ("AAP", "Australian Associated Press")),
    Agency("ADN", ("ADN", "Allgemeiner Deutscher Nachrichtendienst")),
    Agency("AFP", ("AFP", "Agence France-Presse", "Agence France Presse")),
    Agency("Agerpres", ("Agerpres", "AGERPRES")),
    Agency("AGI", ("AGI", "Agenzia Giornalistica Italia")),
    Agency("ANA-MPA", ("ANA-MPA", "Athens News Agency", "Athens-Macedonian News Agency")),
    Agency("Anadolu", ("Anadolu Agency", "Anadolu Ajansı", "Anadolu", "AA")),
    Agency("ANI", ("ANI", "Asian News International")),
    Agency("ANP", ("ANP", "Algemeen Nederlands Persbureau")),
    Agency("ANSA", ("ANSA", "Ansa")),
    Agency("Antara", ("Antara", "ANTARA")),
    Agency("AP", ("The Associated Press", "the Associated Press", "Associated Press", "AP")),
    Agency("APA", ("APA", "Austria Presse Agentur", "Austria Press Agency")),
    Agency("APS", ("APS", "Algérie Presse Service", "Algeria Press Service")),
    Agency("Belga", ("Belga News Agency", "Belga", "BELGA")),
    Agency("Bernama", ("Bernama", "BERNAMA")),
    Agency("Bloomberg", ("Bloomberg News", "Bloomberg")),
    Agency("BTA", ("BTA", "Bulgarian News Agency")),
    Agency("Canadian Press", ("The Canadian Press", "the Canadian Press", "Canadian Press", "CP")),
    Agency("ČTK", ("ČTK", "CTK", "Czech News Agency")),
    Agency("DPA", ("dpa", "DPA", "Deutsche Presse-Agentur", "German Press Agency")),
    Agency("EFE", ("Agencia EFE", "EFE", "Efe")),
    Agency("Europa Press", ("Europa Press",)),
    Agency("Fars", ("Fars News Agency", "Fars")),
    Agency("HINA", ("HINA", "Hina")),
    Agency("IANS", ("IANS", "Indo-Asian News Service")),
    Agency("INA", ("INA", "Iraqi News Agency")),
    Agency("Interfax", ("Interfax", "INTERFAX")),
    Agency("Interfax-Ukraine", ("Interfax-Ukraine", "Interfax Ukraine")),
    Agency("IRNA", ("IRNA", "Islamic Republic News Agency")),
    Agency("Jiji Press", ("Jiji Press", "Jiji", "JIJI")),
    Agency("KCNA", ("KCNA", "Korean Central News Agency")),
    Agency("Keystone-SDA", ("Keystone-SDA", "Keystone-ATS", "SDA-ATS")),
    Agency("KUNA", ("KUNA", "Kuwait News Agency")),
    Agency("Kyodo", ("Kyodo News", "Kyodo", "KYODO")),
    Agency("Lusa", ("Lusa", "LUSA")),
    Agency("MENA", ("MENA", "Middle East News Agency")),
    Agency("MTI", ("MTI", "Magyar Távirati Iroda")),
    Agency("NAN", ("NAN", "News Agency of Nigeria")),
    Agency("NTB", ("NTB", "Norsk Telegrambyrå")),
    Agency("PA", ("PA Media", "Press Association", "PA")),
    Agency("PAP", ("PAP", "Polish Press Agency")),
    Agency("Petra", ("Petra", "PETRA", "Jordan News Agency")),
    Agency("PNA", ("PNA", "Philippine News Agency")),
    Agency("PTI", ("PTI", "Press Trust of India")),
    Agency("QNA", ("QNA", "Qatar News Agency")),
    Agency("Reuters", ("Thomson Reuters", "Reuters", "REUTERS")),
    Agency("RIA Novosti", ("RIA Novosti", "RIA")),
    Agency("Ritzau", ("Ritzau", "RITZAU")),
    Agency("SANA", ("SANA", "Syrian Arab News Agency")),
    Agency("SPA", ("SPA", "Saudi Press Agency")),
    Agency("STT", ("STT", "Suomen Tietotoimisto")),
    Agency("Tanjug", ("Tanjug", "TANJUG")),
    Agency("TASS", ("ITAR-TASS", "TASS", "Tass")),
    Agency("Télam", ("Télam", "Telam", "TELAM")),
    Agency("TT", ("TT News Agency", "TT")),
    Agency("Ukrinform", ("Ukrinform", "UKRINFORM")),
    Agency("UNI", ("UNI", "United News of India")),
    Agency("UPI", ("UPI", "United Press International")),
    Agency("VNA", ("VNA", "Vietnam News Agency")),
    Agency("WAFA", ("WAFA", "Wafa")),
    Agency("WAM", ("WAM", "Emirates News Agency")),
    Agency("Xinhua", ("Xinhua News Agency", "Xinhua", "XINHUA")),
    Agency("Yonhap", ("Yonhap News Agency", "Yonhap", "YONHAP")),
)

NAME_OF_FORM = {form: agency.name for agency in AGENCIES for form in agency.forms}
# Longest first: "Interfax-Ukraine" must not be read as "Interfax".
_FORM = "|".join(re.escape(form) for form in sorted(NAME_OF_FORM, key=len, reverse=True))
_ONE = rf"(?<!\w)(?:{_FORM})(?![\w])(?: (?:news )?(?:agency|agencies|wire))?"
_BETWEEN = r"(?:,? (?:and|&) |, | ?/ ?| [-–] | \+ )(?:the )?"
_LIST = rf"(?:the )?(?:agency |agencies |wires? )?{_ONE}(?:{_BETWEEN}{_ONE})*"
AGENCY = re.compile(_ONE)
_NAME_OF_FOLDED = {form.casefold(): name for form, name in NAME_OF_FORM.items()}
_NEWS_ENDING = re.compile(r" (?:(?:news|press) )?(?:agency|agencies|wire|newswire|news|staff)$")
_WEB_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?|\.(?:com|org|net|co\.uk|[a-z]{2})/?$")
_CREDIT_BETWEEN = re.compile(r",|;|/|\||\+|&|\band\b| [-–—] ")


class CreditForm(NamedTuple):
    """A shape of credit line. The group `who` lists the agencies; without it, `implied` is the one it gives away."""

    name: str
    pattern: re.Pattern[str]
    is_furniture: bool
    examples: tuple[str, ...]
    implied: str | None = None


def _line(name: str, pattern: str, *examples: str) -> CreditForm:
    """A line that is credit from end to end, brackets and dashes about it allowed."""
    return CreditForm(name, re.compile(rf"^[\W_]*(?:{pattern})[\W_]*$"), is_furniture=True, examples=examples)


def _part(name: str, pattern: str, *examples: str) -> CreditForm:
    """A credit that opens or closes a line of prose."""
    return CreditForm(name, re.compile(pattern), is_furniture=False, examples=examples)


_WHO = rf"(?P<who>{_LIST})"
_FROM = r"(?i:from|by|of|via)"
_NAMES = r"(?:[A-Z][\w.'’-]*,? ){0,4}"
_DATE = r"(?:[\w.,: /-]{0,30})"

CREDIT_FORMS = (
    _line("agencies alone", _WHO, "(AP)", "— Reuters", "EFE/AFP", "[Xinhua]", "Reuters, AP"),
    _line(
        "with material from",
        rf"(?:(?i:with|includes?|contains|using|additional|compiled)(?i: \w+){{0,3}} {_FROM}|(?i:based on)) {_WHO}",
        "(With information from EFE and AFP)",
        "With files from The Canadian Press",
        "With inputs from PTI",
        "With additional reporting by Reuters",
        "Compiled from agencies AFP, dpa",
        "Includes reporting from AP and Bloomberg",
    ),
    _line(
        "source label",
        rf"(?i:sources?|agency|agencies|credit|via) ?: ?{_WHO}",
        "Source: Reuters",
        "Sources: EFE, AFP",
        "Via: Tass",
    ),
    _line(
        "byline",
        rf"(?:(?i:by ){_NAMES}(?:(?i:for|of) |[,|/·•–—-] )?|{_NAMES}[,|/·•–—-] ?){_WHO}(?i: staff)?(?i: \w+ers?)?",
        "By The Associated Press",
        "By Rilla Okonjo, Associated Press",
        "Marta Quill | AFP",
        "By REUTERS STAFF",
    ),
    _line(
        "contributed",
        rf"{_WHO} (?i:also )?(?i:contributed|provided (?:material|information|reporting))(?i: to| for)?[\w ]*",
        "The Associated Press contributed to this report.",
        "Reuters and AFP contributed reporting.",
    ),
    _line(
        "first published by",
        rf"(?i:this (?:article|story|report|content|piece) (?:was|is|has been|first|appeared)[\w ]*? {_FROM}) {_WHO}",
        "This story was originally published by the Associated Press.",
        "This article is from Reuters",
    ),
    _line(
        "copyright of",
        rf"(?:(?i:copyright|©|\(c\)) ?)+(?:(?:19|20)\d\d ?)?(?i:by )?{_WHO}\b.{{0,160}}",
        "Copyright 2024 The Associated Press. All rights reserved.",
        "© 2024 AFP",
    ),
    CreditForm(
        # The sign-off "(Reporting by A; Editing by B)", with its semicolon, is the house style of Reuters.
        "reporting and editing",
        re.compile(
            r"^[\W_]*(?:Additional )?[Rr]eporting by [^;]{2,160};"
            r"(?:[^;]{2,160};)*? ?(?:[Ee]diting|[Ww]riting) by .{2,160}$"
        ),
        is_furniture=True,
        examples=(
            "(Reporting by Orla Vance in Marrow; Editing by Tom Reed)",
            "Reporting by A. Roe and B. Doe; writing by C. Poe; editing by D. Loe",
        ),
        implied="Reuters",
    ),
    _part(
        "dateline",
        rf"^[\W_]*(?:[A-Z][\w.'’-]*(?:, ?| )){{0,5}}{_DATE}\({_WHO}\) ?(?:[-–—:]|$)",
        "MARROW (AP) — The bridge fell.",
        "MARROW, May 12 (Reuters) - The bridge fell.",
        "(Reuters) - The bridge fell.",
    ),
    _part(
        "dateline without brackets",
        rf"^[\W_]*[A-Z][A-Z .'’-]+, (?:[A-Z][a-z]+\.? \d{{1,2}}, ?)?{_WHO} ?[-–—] ?(?=[A-Z])",
        "MARROW, May 12, AFP – The bridge fell.",
    ),
    _part(
        "sign-off after the last sentence",
        rf"[.!?”\"]\s*(?:[-–—]{{1,2}} ?{_WHO}|\({_WHO.replace('who', 'bracketed')}\))\W*$",
        "Work goes on. (AFP)",
        "Work goes on, he said.” — Reuters",
    ),
)


def find_credit(text: str) -> str | None:
    """The agencies that lines of the head or foot credit, by short names in order ("EFE, AFP"); None where none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    zone = lines if len(lines) <= HEAD_LINES + FOOT_LINES else lines[:HEAD_LINES] + lines[-FOOT_LINES:]
    names = [name for line in zone for name in _agencies(line)]
    return ", ".join(dict.fromkeys(names)) or None


def agencies_of(credit: str) -> tuple[str, ...]:
    """Who a credit names, agencies by their short names, others as written but in lower case; each once, in order.

    >>> agencies_of("The Associated Press and Reuters news agency")
    ('AP', 'Reuters')
    """
    parts = [part.strip(" .()[]–—-") for part in _CREDIT_BETWEEN.split(credit)]
    return tuple(dict.fromkeys(find_agency(part) or part.casefold() for part in parts if part))


def find_agency(name: str) -> str | None:
    """The short name of the agency that `name` stands for from end to end, in any case; None if it names none.

    >>> find_agency("AP News"), find_agency("reuters.com"), find_agency("Varna Herald")
    ('AP', 'Reuters', None)
    """
    plain = " ".join(name.casefold().split())
    shorter = _WEB_ADDRESS.sub("", _NEWS_ENDING.sub("", plain.removeprefix("the ")))
    return _NAME_OF_FOLDED.get(plain) or _NAME_OF_FOLDED.get(shorter)


def is_credit_line(line: str) -> bool:
    """True for a line that is a credit from end to end, so that nothing is told by it."""
    return any(form.is_furniture and _matches(form, line.strip()) for form in CREDIT_FORMS)


def _agencies(line: str) -> list[str]:
    for form in CREDIT_FORMS:
        match = _matches(form, line)
        if match is None:
            continue
        if form.implied:
            return [form.implied]
        groups = match.groupdict()
        who = groups["who"] or groups.get("bracketed") or ""
        return [NAME_OF_FORM[_strip_kind(found)] for found in AGENCY.findall(who)]
    return []


def _matches(form: CreditForm, line: str) -> re.Match[str] | None:
    if form.is_furniture and len(line) > MAX_CREDIT_CHARS:
        return None
    if len(line) > 2 * MAX_CREDIT_CHARS:
        # A paragraph: a dateline stands at its beginning and a sign-off at its end.
        line = f"{line[:MAX_CREDIT_CHARS]}\n{line[-MAX_CREDIT_CHARS:]}"
    return form.pattern.search(line)


def _strip_kind(found: str) -> str:
    """ "Reuters news agency" is looked up as "Reuters"; names that hold the word themselves are known whole."""
    return found if found in NAME_OF_FORM else re.sub(r"(?: news)? (?:agency|agencies|wire)$", "", found)
