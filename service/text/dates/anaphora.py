"""Times that lean on another time in the text, or on none: recognised, and deliberately not resolved."""

from __future__ import annotations

import re

from service.text.dates.rule import Example, Reading, Rule, Scene
from service.text.dates.vocabulary import (
    MONTH,
    MONTH_ABBREVIATIONS,
    MONTH_WORDS,
    MONTHS,
    NUMBER,
    SEASON,
    SEASONS,
    UNIT,
    UNIT_WORDS,
    WEEKDAY,
    WEEKDAYS,
    YEAR,
    verbose,
)

NAMED_TIME = rf"(?:{WEEKDAY}|{MONTH}|{SEASON}|weekend|{UNIT}|night|morning|evening|afternoon)"
#: "a year on" stands alone; in "an hour on Monday" the word belongs to what follows.
ENDING = r"(?=\s*(?:$|[.,;:!?)—]|from\b|since\b|and\b|but\b))"
NAMED_WORDS = frozenset(
    {*WEEKDAYS, *MONTHS, *MONTH_ABBREVIATIONS, *SEASONS, *UNIT_WORDS, "weekend", "night", "morning"}
)


def abstain(_match: re.Match[str], _scene: Scene) -> Reading | None:
    return None


RULES = (
    Rule(
        "the same, that, the following, the previous",
        NAMED_WORDS,
        verbose(
            rf"\b(?:the\s+same|that\s+same|that|(?:the\s+)?(?:following|previous|preceding|ensuing|subsequent|prior))\s+{NAMED_TIME}s?\b(?!\s+\d)"
        ),
        abstain,
        (
            Example("the same day", "He was freed the same day.", None),
            Example("the following Monday", "He was freed the following Monday.", None),
            Example("that year", "He was freed that year.", None),
        ),
        beside=frozenset({"same", "that", "following", "previous", "preceding", "ensuing", "subsequent", "prior"}),
    ),
    Rule(
        "the next day",
        UNIT_WORDS,
        verbose(rf"(?<!\bin\s)(?<!\bover\s)(?<!\bwithin\s)(?<!\bfor\s)\bthe\s+next\s+(?:{UNIT}|morning|night)\b"),
        abstain,
        (Example("the next day", "He was freed the next day.", None),),
        beside=frozenset({"next"}),
    ),
    Rule(
        "so long before or after",
        UNIT_WORDS,
        verbose(
            rf"\b(?:(?:{NUMBER}|several|few|some|many|the)\s+)?{UNIT}s?\s+(?:later|earlier|before|after|afterwards?|prior|beforehand|previously|on{ENDING})\b(?!\s+(?:last|next|yesterday|tomorrow)\b)"
        ),
        abstain,
        (
            Example("a week later", "He was freed a week later.", None),
            Example("two months after", "two months after he had fled", None),
            Example("a year on", "A year on, nobody has been charged.", None),
        ),
        beside=frozenset(
            {
                "later",
                "earlier",
                "before",
                "after",
                "afterward",
                "afterwards",
                "prior",
                "beforehand",
                "previously",
                "on",
            }
        ),
    ),
    Rule(
        "so long up to a time",
        UNIT_WORDS,
        verbose(
            rf"""\b(?:the\s+)?(?:{NUMBER}\s+|financial\s+|full\s+)?{UNIT}s?\s+(?:to|through|ended|ending|up\s+to)\s+(?:in\s+|on\s+)?
            (?:(?:the\s+)?end\s+of\s+)?(?:{WEEKDAY}|(?:\d\d?\s+)?{MONTH}(?:\s+\d\d?\b)?)(?:,?\s+{YEAR})?(?!\w)"""
        ),
        abstain,
        (
            Example("the three months to December", "Sales fell in the three months to December.", None),
            Example("the week ending March 10", "Sales fell in the week ending March 10.", None),
        ),
        beside=frozenset(WEEKDAYS) | MONTH_WORDS,
    ),
    Rule(
        "so long ago this week",
        UNIT_WORDS,
        verbose(rf"\b{NUMBER}\s+{UNIT}s?\s+ago\s+(?:today|tomorrow|tonight|this\s+(?:{UNIT}|{MONTH}|weekend))\b"),
        abstain,
        (Example("a year ago this week", "The siege began a year ago this week.", None),),
        beside=frozenset({"ago"}),
    ),
    Rule(
        "uncounted units",
        UNIT_WORDS,
        verbose(
            rf"\b(?:(?:in\s+)?(?:the\s+)?(?:recent|past|last)\s+(?:(?:few|several|many)\s+)?{UNIT}s|(?:(?:a\s+)?few\s+|several\s+|many\s+)?{UNIT}s\s+ago)\b"
        ),
        abstain,
        (
            Example("in recent weeks", "Prices fell in recent weeks.", None),
            Example("several years ago", "He was freed several years ago.", None),
        ),
        beside=frozenset({"recent", "past", "last", "ago"}),
    ),
    Rule(
        "the other day",
        UNIT_WORDS | frozenset({*WEEKDAYS, *MONTHS}),
        verbose(rf"\b(?:the\s+other|one|another|some|each|every|any|no)\s+{NAMED_TIME}\b|\b(?:one|another)\s+day\b"),
        abstain,
        (
            Example("every Friday", "Crowds gather every Friday.", None),
            Example("every November", "A fair is held every November.", None),
        ),
        beside=frozenset({"other", "one", "another", "some", "each", "every", "any", "no"}),
    ),
    Rule(
        "every weekday",
        frozenset({*(f"{day}s" for day in WEEKDAYS), *WEEKDAYS}),
        verbose(rf"\b(?:on\s+)?{WEEKDAY}s\b|\b(?:each|every)\s+(?:other\s+)?{WEEKDAY}\b"),
        abstain,
        (Example("on Fridays", "Crowds gather on Fridays.", None),),
        beside=frozenset({*(f"{day}s" for day in WEEKDAYS), "each", "every"}),
    ),
    Rule(
        "the first weekday of no month",
        frozenset(WEEKDAYS),
        verbose(
            rf"\bthe\s+(?:first|second|third|fourth|last)\s+{WEEKDAY}\b(?!\s+(?:of|in)\b(?!\s+(?:each|every|any)\b))"
        ),
        abstain,
        (
            Example("the first Tuesday", "Polls open on the first Tuesday after harvest.", None),
            Example("the second Tuesday", "The board met on the second Tuesday of each month.", None),
        ),
        beside=frozenset({"first", "second", "third", "fourth", "last"}),
    ),
    Rule(
        "fiscal periods",
        frozenset({"fiscal", "financial", "fy", "academic"}),
        verbose(
            rf"\b(?:(?:the\s+)?(?:(?:last|this|next|current|previous)\s+)?(?:fiscal|financial|academic)(?:\s+(?:year|quarter))?(?:\s+{YEAR}(?:-\d\d(?:\d\d)?)?)?(?=\W|$)(?<!financial)|FY\s?(?:\d\d){{1,2}})"
        ),
        abstain,
        (Example("fiscal 2023", "Profits fell in fiscal 2023.", None),),
    ),
    Rule(
        "centuries",
        frozenset({"century", "centuries"}),
        verbose(
            r"\b(?:the\s+)?(?:turn\s+of\s+the\s+|(?:\w+-)?\w+(?:st|nd|rd|th)[\s-]+|this\s+|last\s+|half\s+a\s+)?centur(?:y|ies)\b(?!\s+ago)"
        ),
        abstain,
        (Example("the turn of the century", "It was built at the turn of the century.", None),),
    ),
    Rule(
        "nowadays",
        frozenset({"today"}),
        verbose(
            r"\b(?:(?<=which\s)|(?<=who\s)|(?<=that\s))today\s+(?:is|are|has|have|remains?|stands?|lives?|works?)\b"
        ),
        abstain,
        (Example("today", "The firm, which today is the largest in Peru, was small.", None),),
    ),
    Rule(
        "one of two times",
        frozenset({*WEEKDAYS, *MONTHS}),
        verbose(rf"\b(?:{WEEKDAY}|{MONTH})\s+or\s+(?:(?:on|in)\s+)?(?:{WEEKDAY}|{MONTH})(?!\w)(?:,?\s+{YEAR})?"),
        abstain,
        (
            Example("March or April", "The bridge will open in March or April.", None),
            Example("Monday or Tuesday", "He was seen on Monday or Tuesday.", None),
        ),
        beside=frozenset({"or"}),
    ),
    Rule(
        "issue of a magazine",
        frozenset(MONTHS),
        verbose(rf"\b{MONTH}\s+(?:issue|edition|number|cover)\b"),
        abstain,
        (Example("July issue", "She told the July issue of a magazine all.", None),),
        beside=frozenset({"issue", "edition", "number", "cover"}),
    ),
    Rule(
        "weekend of a holiday",
        frozenset({"weekend"}),
        verbose(
            r"\b(?:the\s+)?(?:(?!this|last|next|the)(?-i:[A-Z])[\w’']+\s+(?:day\s+)?|holiday\s+|bank\s+holiday\s+|long\s+)weekend\b"
        ),
        abstain,
        (Example("the Easter weekend", "Roads were full over the Easter weekend.", None),),
    ),
)
