"""Words that organisations' names are made of: legal forms, spellings, heads, and words that can be left off."""

from __future__ import annotations

from typing import NamedTuple

from service.text.names.model import Example, word_set


class Rewording(NamedTuple):
    """Lower-case words that stand for one another within an organisation's name."""

    said: str
    as_in: str
    example: Example


class CompanyKind(NamedTuple):
    """Legal forms of one kind of company in one country; no company is of two kinds there at a time."""

    country: str
    kind: str
    forms: tuple[str, ...]


# Longer forms first, so that they are cut whole.
LEGAL_FORMS = (
    "limited liability partnership",
    "limited liability company",
    "public limited company",
    "public joint stock company",
    "open joint stock company",
    "closed joint stock company",
    "joint stock company",
    "societatea cu raspundere limitata",
    "gesellschaft mit beschrankter haftung",
    "obshchestvo s ogranichennoi otvetstvennostiu",
    "naamloze vennootschap",
    "societe anonyme",
    "sociedad anonima",
    "gmbh and co kgaa",
    "gmbh and co kg",
    "ag and co kgaa",
    "ag and co kg",
    "sp z o o",
    "sp z oo",
    "s a r l",
    "s a rl",
    "sa rl",
    "d o o",
    "a s",
    "private limited",
    "pvt ltd",
    "pty ltd",
    "pte ltd",
    "co ltd",
    "sdn bhd",
    "sab de cv",
    "de cv",
    *sorted(
        word_set("""
    aktiengesellschaft incorporated corporation limited company ltd inc corp co llc llp lp plc gmbh ag kg kgaa se
    sa sas sarl spa srl sro as ab oy oyj nv bv bvba aps asa jsc pjsc ojsc cjsc oao ooo zao pao ao pt tbk kk bhd
    pty pte mv pvt pllc spzoo doo kft zrt nyrt eood ltda uab ehf ohg
    """)
    ),
)
# Written in capitals right after a small letter: "NordwerkAG". Forms that end common words or brands are left out.
GLUED_FORMS = ("AG", "GmbH", "KG", "NV", "BV", "LLC", "LLP", "PLC", "OOO", "PJSC", "OJSC")

# Only where the forms are kept to in daily use; Inc., Corp. and Co. are put for one another in news.
COMPANY_KINDS = (
    CompanyKind("Germany", "shares", ("ag", "aktiengesellschaft")),
    CompanyKind("Germany", "limited", ("gmbh", "gesellschaft mit beschrankter haftung")),
    CompanyKind("Germany", "partnership", ("kg", "ohg", "gmbh and co kg", "ag and co kg")),
    CompanyKind("Germany", "partnership by shares", ("kgaa", "gmbh and co kgaa", "ag and co kgaa")),
    CompanyKind("Russia", "shares", ("ao", "oao", "zao", "pao")),
    CompanyKind("Russia", "limited", ("ooo", "obshchestvo s ogranichennoi otvetstvennostiu")),
    CompanyKind("Hungary", "shares", ("zrt", "nyrt")),
    CompanyKind("Hungary", "limited", ("kft",)),
)

REWORDINGS = (
    Rewording("defence", "defense", Example("Defence Staff", "Defense Staff", same=True)),
    Rewording("centre", "center", Example("Harbour Safety Centre", "Harbor Safety Center", same=True)),
    Rewording("centres", "centers", Example("Trauma Centres Board", "Trauma Centers Board", same=True)),
    Rewording("organisation", "organization", Example("Rivers Organisation", "Rivers Organization", same=True)),
    Rewording("organisations", "organizations", Example("Union of Organisations", "Union of Organizations", same=True)),
    Rewording("labour", "labor", Example("Labour Ministry", "Ministry of Labor", same=True)),
    Rewording("harbour", "harbor", Example("Harbour Board", "Harbor Board", same=True)),
    Rewording("programme", "program", Example("Seed Programme", "Seed Program", same=True)),
    Rewording("theatre", "theater", Example("Crown Theatre", "Crown Theater", same=True)),
    Rewording("aluminium", "aluminum", Example("Delta Aluminium", "Delta Aluminum", same=True)),
    Rewording("grey", "gray", Example("Grey Fund", "Gray Fund", same=True)),
    Rewording("colour", "color", Example("Colour Works", "Color Works", same=True)),
    Rewording("mod", "ministry of defense", Example("Peruvian MoD", "Peru's Ministry of Defence", same=True)),
    Rewording("mfa", "ministry of foreign", Example("Peruvian MFA", "Peru's Foreign Ministry", same=True)),
    Rewording("dept", "department", Example("Police Dept.", "Police Department", same=True)),
    Rewording("govt", "government", Example("Peru Govt", "Peruvian Government", same=True)),
    Rewording("min", "ministry", Example("Min. of Health", "Health Ministry", same=True)),
    Rewording("intl", "international", Example("Rivers Intl", "Rivers International", same=True)),
    Rewording("univ", "university", Example("Univ. of Porto", "University of Porto", same=True)),
    Rewording("natl", "national", Example("Natl Rail Board", "National Rail Board", same=True)),
    Rewording("assn", "association", Example("Bakers Assn", "Bakers Association", same=True)),
    Rewording("foreign affairs", "foreign", Example("Ministry of Foreign Affairs", "Foreign Ministry", same=True)),
    Rewording("internal affairs", "interior", Example("Ministry of Internal Affairs", "Interior Ministry", same=True)),
    Rewording("external affairs", "foreign", Example("Ministry of External Affairs", "Foreign Ministry", same=True)),
    Rewording("schweiz", "switzerland", Example("Alpenbank (Schweiz) AG", "Alpenbank Switzerland", same=True)),
    Rewording("suisse", "switzerland", Example("Union Laitiere Suisse", "Swiss Union Laitiere", same=True)),
    Rewording("svizzera", "switzerland", Example("Radio Svizzera", "Swiss Radio", same=True)),
    Rewording("deutschland", "germany", Example("Nordwerk Deutschland GmbH", "Nordwerk Germany", same=True)),
    Rewording("osterreich", "austria", Example("Nordwerk Österreich", "Nordwerk Austria", same=True)),
    Rewording("espana", "spain", Example("Nordwerk España SA", "Nordwerk Spain", same=True)),
    Rewording("italia", "italy", Example("Nordwerk Italia S.p.A.", "Nordwerk Italy", same=True)),
    Rewording("polska", "poland", Example("Nordwerk Polska Sp. z o.o.", "Nordwerk Poland", same=True)),
    Rewording("nederland", "netherlands", Example("Nordwerk Nederland BV", "Nordwerk Netherlands", same=True)),
    Rewording("belgique", "belgium", Example("Nordwerk Belgique", "Nordwerk Belgium", same=True)),
    Rewording("norge", "norway", Example("Nordwerk Norge AS", "Nordwerk Norway", same=True)),
    Rewording("sverige", "sweden", Example("Nordwerk Sverige AB", "Nordwerk Sweden", same=True)),
    Rewording("danmark", "denmark", Example("Nordwerk Danmark A/S", "Nordwerk Denmark", same=True)),
)

FUNCTION_WORDS = word_set("""
    the of for and on in to at de la le des du der die das fur et und och a an
    """)

# What can be left off a name without changing it: "Wagner" is "Wagner Group".
LEFT_OFF = word_set("""
    group groups holding holdings company corporation enterprises gruppe organization movement news newspaper
    paramilitary mercenary force private military agency
    """)

# At the end of a name, where news leaves them off; two of them tell two arms apart.
WORLDWIDE_WORDS = word_set("international global worldwide")
# The same, of companies alone: a movement's or a broadcaster's "Africa" is another body.
CONTINENTS = word_set("europe asia africa")

_ONE_TO_TWELVE = (
    ("1", "one first"),
    ("2", "two second"),
    ("3", "three third"),
    ("4", "four fourth"),
    ("5", "five fifth"),
    ("6", "six sixth"),
    ("7", "seven seventh"),
    ("8", "eight eighth"),
    ("9", "nine ninth"),
    ("10", "ten tenth"),
    ("11", "eleven eleventh"),
    ("12", "twelve twelfth"),
)
NUMBER_WORDS = {word: digits for digits, words in _ONE_TO_TWELVE for word in words.split()}
TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fourty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")

ROMAN_NUMERALS = word_set("""
    i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx
    """)

# Words that say "this is an organisation", and that may be followed by "of": "Bank of ...", "Ministry of ...".
HEADS = word_set("""
    mod mfa
        academy administration agency alliance army assembly association authority bank board brigade bureau cabinet
    center centers centre centres chamber church club coalition college command commission committee company
    conference confederation congress corporation corps council court department directorate division embassy
    exchange federation fleet force forces forum foundation front fund government group guard hospital house
    institute institution laboratory league legion ministry mission movement network office order organisation
    organization parliament partnership party police program programme regiment registry reserve resistance school
    senate service services society staff syndicate treasury tribunal trust union universities university airlines
    airways industries technologies systems motors oil gas energy media news times post militia kremlin pentagon
    navy
    """)
# Heads of places and states, linked by "of" as well: "Republic of ...".
PLACE_HEADS = word_set("""
    mod mfa
        republic kingdom state states gulf sea bay strait cape isle city emirate province district people
    """)
