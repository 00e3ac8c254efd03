"""Times that lean on another time in the text, or on none: recognised, and deliberately not resolved."""

from __future__ import annotations

import re

from service.text.dates.rule import Example, Reading, Rule, Scene
from service.text.dates.vocabulary import (
    MONTH,
    MONTH_ABBREVIATIONS,
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
    ),
    Rule(
        "the next day",
        UNIT_WORDS,
        verbose(rf"(?<!\bin\s)(?<!\bover\s)(?<!\bwithin\s)(?<!\bfor\s)\bthe\s+next\s+(?:{UNIT}|morning|night)\b"),
        abstain,
        (Example("the next day", "He was freed the next day.", None),),
    ),
    Rule(
        "so long before or after",
        UNIT_WORDS,
        verbose(
            rf"\b(?:(?:{NUMBER}|several|few|some|many|the)\s+)?{UNIT}s?\s+(?:later|earlier|before|after|afterwards?|prior|beforehand|previously|on)\b(?!\s+(?:last|next|yesterday|tomorrow)\b)"
        ),
        abstain,
        (
            Example("a week later", "He was freed a week later.", None),
            Example("two months after", "two months after he had fled", None),
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
    ),
    Rule(
        "so long ago this week",
        UNIT_WORDS,
        verbose(rf"\b{NUMBER}\s+{UNIT}s?\s+ago\s+(?:today|tomorrow|tonight|this\s+(?:{UNIT}|{MONTH}|weekend))\b"),
        abstain,
        (Example("a year ago this week", "The siege began a year ago this week.", None),),
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
    ),
    Rule(
        "the other day",
        UNIT_WORDS,
        verbose(rf"\b(?:the\s+other|one|another|some|each|every|any|no)\s+{NAMED_TIME}\b|\b(?:one|another)\s+day\b"),
        abstain,
        (Example("every Friday", "Crowds gather every Friday.", None),),
    ),
    Rule(
        "every weekday",
        frozenset({*(f"{day}s" for day in WEEKDAYS), *WEEKDAYS}),
        verbose(rf"\b(?:on\s+)?{WEEKDAY}s\b|\b(?:each|every)\s+(?:other\s+)?{WEEKDAY}\b"),
        abstain,
        (Example("on Fridays", "Crowds gather on Fridays.", None),),
    ),
    Rule(
        "the first weekday of no month",
        frozenset(WEEKDAYS),
        verbose(rf"\bthe\s+(?:first|second|third|fourth|last)\s+{WEEKDAY}\b(?!\s+(?:of|in)\b)"),
        abstain,
        (Example("the first Tuesday", "Polls open on the first Tuesday after harvest.", None),),
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
        "weekend of a holiday",
        frozenset({"weekend"}),
        verbose(
            r"\b(?:the\s+)?(?:(?!this|last|next|the)(?-i:[A-Z])[\w’']+\s+(?:day\s+)?|holiday\s+|bank\s+holiday\s+|long\s+)weekend\b"
        ),
        abstain,
        (Example("the Easter weekend", "Roads were full over the Easter weekend.", None),),
    ),
)
