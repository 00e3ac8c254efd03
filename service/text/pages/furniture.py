"""Site furniture of the head and the foot: one named row for each kind of line, with examples.

Rows that hold anywhere in a text stand in `service/text/widgets.py`; `service/text/noise.py` reads both.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Zone(StrEnum):
    """Where in a text a rule holds."""

    HEAD = "head"
    FOOT = "foot"
    ANYWHERE = "anywhere"


class NoiseRule(NamedTuple):
    """A kind of line. `strong`: it holds even where the line reads like a sentence. `news` are lines it must spare."""

    name: str
    zone: Zone
    pattern: re.Pattern[str]
    strong: bool
    examples: tuple[str, ...]
    news: tuple[str, ...]


def noise_rule(
    name: str,
    zone: Zone,
    *openings: str,
    examples: tuple[str, ...],
    news: tuple[str, ...] = (),
    strong: bool = False,
) -> NoiseRule:
    """A row whose line begins, marks aside, with one of the openings (small regular expressions, case ignored)."""
    pattern = re.compile(rf"^[^\w©(]*(?:{'|'.join(openings)})", re.IGNORECASE)
    return NoiseRule(name, zone, pattern, strong, examples, news)


# The line ends here, marks and a count aside ("Comments (12)", "Share »").
END = r"\W*\d{0,6}\W*$"
NAME = r"(?-i:[A-Z])[\w.'’-]+"
FULL_NAME = rf"{NAME}(?: (?:{NAME}|de|van|von|der|al|bin)){{1,3}}"

HEAD_RULES = (
    noise_rule(
        "reading time",
        Zone.HEAD,
        rf"(?:reading time:? )?(?:about )?\d+[ -]?min(?:ute)?s?(?: read| to read| listen)?{END}",
        examples=("4 min read", "Reading time: 3 minutes", "5-minute listen"),
    ),
    noise_rule(
        "byline",
        Zone.HEAD,
        rf"(?:words |story |text |written )?by:? {FULL_NAME}(?:(?:,| and| &) {FULL_NAME})*(?:, [\w'’ -]{{2,50}})?\W*$",
        examples=("By Rilla Okonjo", "By Rilla Okonjo and Tom Reed, Staff Writers", "Words by Ana de Vries"),
        news=("By Thursday night the river had risen.", "By Monday, 12 people had died."),
    ),
    noise_rule(
        "breadcrumb",
        Zone.HEAD,
        r"(?:home|news|world|politics|business|sports?|opinion)(?: ?[>›»/|] ?[\w &-]{2,30})+$",
        examples=("Home > World > Europe", "News / Politics"),
    ),
    noise_rule(
        "audio offer",
        Zone.HEAD,
        r"listen to (?:this|the) (?:article|story)",
        r"this (?:article|story|audio) (?:is|was) (?:auto-?generated|read by|narrated)",
        r"your browser does not support",
        examples=("Listen to this article", "Your browser does not support the audio element."),
        strong=True,
    ),
)

FOOT_RULES = (
    noise_rule(
        "copyright",
        Zone.FOOT,
        r"©",
        r"\(c\) ?(?:19|20)\d\d",
        r"copyright\W{0,3}(?:©|\(c\)|(?:19|20)\d\d|by )",
        r"all (?:content )?rights reserved",
        examples=(
            "Copyright © 2024 The Marrow Herald. Click here for reprint permission.",
            "© 2024 Tidewater Media",
            "(c) 2019 Tidewater",
            "All rights reserved.",
        ),
        news=("Copyright law was at the heart of the case, the judge said on Monday in Marrow.",),
        strong=True,
    ),
    noise_rule(
        "republication",
        Zone.FOOT,
        r"this (?:material|content|article|story|report) (?:may|must|can) ?not be (?:published|reproduced|copied)",
        r"(?:republish|reprint|syndicate) (?:this|our) ",
        r"reproduction (?:without|is prohibited|in whole)",
        examples=(
            "This material may not be published, broadcast, rewritten or redistributed.",
            "Republish this article for free",
            "Reproduction without permission is prohibited.",
        ),
        strong=True,
    ),
    noise_rule(
        "contact invitation",
        Zone.FOOT,
        r"contact (?:the (?:author|writer|reporter|editor|newsroom)|us)\b",
        r"e-?mail (?:us|the (?:author|writer|editor|newsroom))\b",
        r"(?:write|reach out) to (?:us|the (?:author|editor))\b",
        r"follow (?:us|the author|@\w+|[\w .]{2,40}) on (?:twitter|x|facebook|instagram|bluesky|linkedin|threads)\b",
        r"(?:got|have) an? (?:news )?(?:tip|story|question|correction)s?\b.{0,60}\?",
        r"(?:e-?mail|tel|phone|fax|twitter)\W{1,3}\S*[@\d]",
        examples=(
            "Contact the author at desk@herald.example",
            "Follow us on Facebook for more.",
            "Email us with what you saw",
            "Have a news tip? Write to the desk.",
            "Email: desk@herald.example",
        ),
        news=("Contact tracing began on Monday, the ministry said.",),
        strong=True,
    ),
    noise_rule(
        "broadcast sign-off",
        Zone.FOOT,
        rf"(?:(?:for|from|in) [\w .’'-]{{2,50}}, )?(?:this is|this was|i['’]m|i am) {FULL_NAME},?"
        rf" (?:from|for|of|in|with|reporting(?: for| from)?),? (?:the )?{NAME}(?:,? [\w.’'&-]+){{0,5}}\W*$",
        examples=(
            "This is Rilla Okonjo from Tidewater News.**",
            "For Radio Marrow, this is Tom Reed in Lesk.",
            "I'm Ida Marsh, reporting from Lesk.",
        ),
        news=("This is the worst flood in Lesk since 1962.",),
    ),
    noise_rule(
        "byline footer",
        Zone.FOOT,
        rf"(?:report(?:ed|ing)?|written|edit(?:ed|ing)|translated|compiled|photos?|produced) by:? {NAME}.{{1,120}}$",
        examples=("Edited by: Tom Reed", "Translated by Ana Vries", "Reporting by Ida Marsh in Lesk"),
        news=("Edited by mistake, the letter went out to 400 households.",),
    ),
    noise_rule(
        "about the author",
        Zone.FOOT,
        rf"{FULL_NAME} (?:is|was) an? [\w ’'-]{{0,60}}(?:reporter|correspondent|writer|journalist|columnist|editor)"
        r" (?:at|for|with|of|on|based|covering)\b",
        examples=(
            "Rilla Okonjo is a staff writer for the Marrow Herald.",
            "Tom Reed is a reporter covering the coast.",
        ),
        news=("Rilla Okonjo is a reporter for the Herald and was shot on Monday by men in uniform, police said.",),
    ),
    noise_rule(
        "read original",
        Zone.FOOT,
        r"(?:read|view|see|visit|go to)(?: the| this)? (?:original|full|entire|complete|rest of (?:the|this))"
        rf"(?: (?:article|story|post|source|text|report|version))*(?: (?:here|on [\w .]{{2,40}}|at \S+))?{END}",
        examples=("Read Original", "Read the full story here", "View original article"),
        news=("See the full moon rise over Lesk, hundreds came by boat.",),
    ),
    noise_rule(
        "comment section",
        Zone.FOOT,
        r"please (?:read|review|see) our (?:comments?|commenting|community)\b",
        r"comments? (?:are (?:now )?(?:closed|off|moderated)|policy|section|rules)\b",
        r"(?:view|show|see|read|hide|load|post|leave|add|write|join)(?: all| the| a| your| \d+)*"
        rf" (?:comments?|conversation|discussion){END}",
        r"what do you think\?",
        r"(?:log|sign) in to (?:comment|reply|post)",
        r"be the first to comment",
        examples=(
            "Please read our comment policy before commenting.",
            "View all comments",
            "Join the conversation",
            "Comments are closed.",
        ),
        news=("Comments by the minister drew anger on Monday.", "Leave comments out of it, the judge told them."),
        strong=True,
    ),
    noise_rule(
        "corrections desk",
        Zone.FOOT,
        r"(?:see|spot(?:ted)?|found|noticed) (?:an?|any) (?:error|mistake|typo)\b.{0,20}\?",
        r"report (?:an?|this) (?:error|typo|ad|correction)\b",
        r"our standards:",
        examples=("Spotted an error? Tell us.", "Report a typo", "Our Standards: Trust Principles"),
        strong=True,
    ),
    noise_rule(
        "tags",
        Zone.FOOT,
        r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|more about)(?: in this story)?: ?\S",
        examples=("Tags: floods, Marrow", "Filed under: World"),
    ),
)

# Headings of lists of other stories; what stands below them to the end of the text is looked at by `noise.py`.
TEASER_HEADING = noise_rule(
    "teaser heading",
    Zone.FOOT,
    rf"(?:keep reading|continue reading|read (?:more|next|also)|also read|see also|up next|what to read next){END}",
    rf"(?:related(?: \w+)?|recommended(?: for you| stories| reading)?){END}",
    rf"(?:trending(?: now)?|top stories|don['’]t miss){END}",
    rf"(?:more (?:on this(?: story)?|from [\w ]{{2,40}}|stories|news)|most (?:read|popular|viewed)){END}",
    rf"(?:latest (?:news|stories|headlines)|editors?['’]s? picks?|popular now|from around the web){END}",
    rf"(?:you (?:may|might) (?:also )?(?:like|be interested in)(?: these)?){END}",
    examples=("Keep reading:", "Related articles", "More from Tidewater News", "You may also like", "Most Read"),
    news=("More from the quay was expected on Monday, the fishermen said.",),
)
