"""Words around a name that are no part of it: titles, offices, generations, letters after a name, glued words."""

from __future__ import annotations

from typing import NamedTuple

from service.text.names.model import word_set


class WordClass(NamedTuple):
    """A closed class of lower-case words, without dots."""

    name: str
    words: frozenset[str]
    example: tuple[str, str]


COURTESIES = WordClass(
    "courtesy",
    word_set("""
    mr mrs ms miss mx dr prof professor sir madam madame mme monsieur herr frau sr. señor senor senora don dona hon
    honourable honorable rev reverend messrs esq
    """),
    ("Dr. Ana Silva", "Ana Silva"),
)
OFFICES = WordClass(
    "office",
    word_set("""
    president minister premier chancellor secretary undersecretary senator sen congressman congresswoman
    congressmember representative rep deputy lawmaker governor gov mayor councillor councilman councilwoman speaker
    leader chairman chairwoman chairperson chair chief director commissioner coordinator co-ordinator ambassador
    envoy consul attache diplomat spokesman spokeswoman spokesperson aide adviser advisor strategist official
    prosecutor attorney lawyer judge justice sheriff detective inspector superintendent constable officer agent
    general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm sergeant sgt corporal
    cpl private brigadier marshal commodore warlord oligarch ceo cfo founder co-founder cofounder owner magnate
    tycoon billionaire businessman businesswoman entrepreneur executive analyst expert economist scientist
    researcher historian author writer journalist reporter correspondent editor columnist activist campaigner
    dissident lobbyist candidate nominee cardinal archbishop bishop imam ayatollah rabbi patriarch sheikh shaikh
    sheik shaykh emir sultan mullah maulana hajji haji coach manager striker goalkeeper actor actress singer
    director-general secretary-general vice-president national citizen resident negotiator mediator rapporteur
    administrator
    """),
    ("Foreign Minister Ana Silva", "Ana Silva"),
)
# Also given names or surnames ("Prince Rogers", "Earl Warren"): titles only at the very front.
OPENING_OFFICES = WordClass(
    "office at the front only",
    word_set("""
    king queen prince princess pope saint lord lady dame baron baroness count countess duke duchess earl father
    brother sister the former ex acting deputy vice prime then late outgoing interim first
    """),
    ("Lord Adrian Croft", "Adrian Croft"),
)
PORTFOLIOS = WordClass(
    "portfolio",
    word_set("""
    state defence defense treasury commerce energy security homeland foreign affairs justice labour labor finance
    interior health education transport transportation agriculture staff war press trade veterans housing culture
    environment competition climate migration technology industry economy intelligence communications home national
    exterior relations the and of for
    """),
    ("Secretary of State Ana Silva", "Ana Silva"),
)
GENERATIONS = {
    "jr": "jr",
    "junior": "jr",
    "sr": "sr",
    "senior": "sr",
    "ii": "ii",
    "iii": "iii",
    "iv": "iv",
    "2nd": "ii",
    "3rd": "iii",
}
POSTNOMINALS = WordClass(
    "letters after a name",
    word_set("""
    phd md mp mep kc qc kcb obe cbe mbe esq ret retired jd mba dds cpa
    """),
    ("Ana Silva, PhD", "Ana Silva"),
)
# A missing space leaves such words hanging on a name in scraped text: "Silvawho".
GLUED_WORDS = (
    "who",
    "said",
    "told",
    "says",
    "and",
    "was",
    "has",
    "had",
    "with",
    "from",
    "which",
    "that",
    "also",
    "will",
    "the",
)
PARTICLES = word_set("""
    al el bin ibn ben bint van von der den de del della di da dos das do du la le las los ter zu zum y e ul ud ur as
    ad ap abu umm st saint
    """)
