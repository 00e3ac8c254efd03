"""Words whose change changes what a quotation says. Each row is one phenomenon, named, with an example of the harm.

A row is extended by adding words in folded form (lower case, "not" apart from its verb).
"""

from __future__ import annotations

from typing import NamedTuple


class GuardedWords(NamedTuple):
    """Words that may neither appear nor vanish between a quotation and the text. `kept` and `changed` show the harm."""

    name: str
    words: frozenset[str]
    kept: str
    changed: str


class Opposites(NamedTuple):
    """Two groups of words that say the opposite: a word of one may not stand for a word of the other."""

    name: str
    one: frozenset[str]
    other: frozenset[str]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = GuardedWords(
    "negation",
    _words(
        "not no never none nobody nothing nowhere neither nor without hardly scarcely barely rarely seldom "
        "denied deny denies denying refused refuse refuses refusing failed fail fails failing lack lacks lacked"
    ),
    "the ministry will sell the ships",
    "the ministry will not sell the ships",
)

GUARDED_WORDS = (
    NEGATIONS,
    GuardedWords(
        "comparison",
        _words(
            "more less fewer most least over under above below beyond exceeding than up down nearly almost about "
            "around approximately roughly exactly only just at"
        ),
        "more than forty boats",
        "less than forty boats",
    ),
    GuardedWords(
        "vague number",
        _words(
            "dozens scores hundreds thousands millions billions trillions half quarter twice double triple thrice "
            "couple several few many much all every each both either some any part majority minority single"
        ),
        "some boats left",
        "all boats left",
    ),
    GuardedWords(
        "modality",
        _words(
            "will would shall should may might must can could ought need possibly perhaps maybe probably likely "
            "unlikely allegedly reportedly supposedly apparently certainly definitely"
        ),
        "the bridge will close",
        "the bridge might close",
    ),
    GuardedWords(
        "condition",
        _words("if unless until except but although though despite whether because instead"),
        "the bridge closes if it rains",
        "the bridge closes unless it rains",
    ),
    GuardedWords(
        "order in time",
        _words("before after since during still already yet again first last next previous former late early"),
        "before the talks",
        "after the talks",
    ),
    GuardedWords(
        "date",
        _words(
            "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
            "september october november december today tomorrow yesterday tonight morning evening noon midnight "
            "minute minutes hour hours day days week weeks month months year years decade decades century centuries"
        ),
        "met on thursday",
        "met on friday",
    ),
    GuardedWords(
        "unit or currency",
        _words(
            "percent percentage points $ € £ ¥ ₩ ₹ ₽ dollar dollars euro euros pound pounds yen won yuan rouble "
            "roubles ruble rubles rupee rupees tonne tonnes ton tons kilogram kilograms kilometre kilometres kilometer "
            "kilometers mile miles metre metres meter meters"
        ),
        "three million dollars",
        "three million euros",
    ),
    GuardedWords(
        "who to whom",
        _words("to from against for by between with"),
        "sold by the yard",
        "sold to the yard",
    ),
    GuardedWords(
        "party",
        _words("i me my we us our you your he him his she her they them their who whom"),
        "their ships left",
        "our ships left",
    ),
)

OPPOSITES = (
    Opposites(
        "growth",
        _words(
            "increase increased increases increasing rise rose risen rises rising grow grew grown grows growing gain"
            " gained gains raise raised raises climbed higher bigger expand expanded boost boosted up"
        ),
        _words(
            "decrease decreased decreases decreasing fall fell fallen falls falling shrink shrank shrunk drop "
            "dropped drops reduce reduced reduces cut cuts loss lower lowered smaller declined decline down"
        ),
    ),
    Opposites(
        "trade",
        _words(
            "buy bought buys buying purchase purchased import imports imported importing receive received take took"
        ),
        _words("sell sold sells selling sale export exports exported exporting send sent give gave provide provided"),
    ),
    Opposites(
        "agreement",
        _words(
            "accept accepted accepts agree agreed agrees approve approved approves support supported supports back "
            "backed welcome welcomed praised allow allowed permit permitted confirm confirmed admit admitted"
        ),
        _words(
            "reject rejected rejects disagree disagreed oppose opposed opposes condemn condemned criticised "
            "criticized ban banned forbid forbade forbidden block blocked dismissed disputed veto vetoed"
        ),
    ),
    Opposites(
        "beginning and end",
        _words(
            "start started starts begin began begun open opened opens launch launched resume resumed join joined "
            "arrive arrived enter entered"
        ),
        _words(
            "stop stopped stops end ended ends close closed closes halt halted suspend suspended quit leave left "
            "depart departed exit exited cancel cancelled canceled"
        ),
    ),
    Opposites(
        "outcome",
        _words(
            "win won wins victory succeed succeeded success safe alive survived innocent acquitted freed released "
            "strong stronger good better best"
        ),
        _words(
            "lose lost loses defeat defeated failure dangerous dead died killed guilty convicted jailed arrested "
            "detained weak weaker bad worse worst"
        ),
    ),
    Opposites(
        "side",
        _words(
            "ally allies friend friends attacker attackers buyer buyers public true legal north east northern "
            "eastern left front same"
        ),
        _words(
            "enemy enemies foe foes victim victims seller sellers private secret false illegal south west southern "
            "western right rear different"
        ),
    ),
)

# Prefixes and endings that turn a word into its opposite: legal and illegal, harmful and harmless.
NEGATIVE_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
OPPOSITE_ENDINGS = (("ful", "less"), ("er", "ee"), ("or", "ee"), ("", "less"))

# Words that carry little: a few of them may differ in a long quotation.
FUNCTION_WORDS = _words(
    "a an the this that these those it its s is are was were be been being am has have had do does did of in on and or "
    "as so such there here which what where when how kind kinds sort sorts also too very then now into onto upon out "
    "off through within per via re'd d ll ve m"
)

# Words by which English news attributes speech.
SPEECH_CUES = _words(
    "according "
    "said says say saying told tells added adds adding explained explains continued continues noted notes "
    "stated states wrote writes warned warns asked asks insisted insists argued argues stressed stresses "
    "declared declares announced announces replied replies repeated repeats remarked concluded concludes "
    "claimed claims pointed recalled emphasised emphasized reiterated acknowledged commented observed reported "
    "testified tweeted posted admitted vowed pledged asserted maintained responded joked lamented urged mused "
    "shouted whispered recounted "
)
