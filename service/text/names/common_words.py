"""Words that English capitalises without their being a name: at the head of a sentence, in the calendar."""

from __future__ import annotations

from service.text.names.model import word_set

# Closed classes: a sentence may open with them, and they are never (part of) a name there.
FUNCTION_OPENERS = word_set("""
    the a an this that these those such some any all each every either neither both no none another other others
    many much few fewer several most more less half one two three four five six seven eight nine ten eleven twelve
    dozens hundreds thousands millions i he she it we they you his her its their our your my mine him them us me who
    whom whose which what whatever whoever someone anyone everyone nobody nothing something everything anything in
    on at by for from to of with without within about above across after against along amid amidst among around as
    before behind below beneath beside besides between beyond despite down during except following given including
    inside into like near off onto opposite out outside over past per regarding since through throughout till toward
    towards under underneath unlike until up upon versus via concerning according based and but or nor so yet if
    when whenever where wherever while whilst although though because unless whereas whether once than lest however
    moreover furthermore therefore thus hence meanwhile instead nevertheless nonetheless otherwise still then there
    here now today yesterday tomorrow tonight later earlier soon recently previously finally eventually initially
    originally first second third last next also even just only perhaps maybe indeed rather again already always
    never often sometimes usually not current separately similarly likewise additionally consequently subsequently
    apparently reportedly allegedly clearly obviously unfortunately currently nearly almost roughly approximately
    overall elsewhere ago ever far how why yes well together asked is are was were be been being am do does did has
    have had can could will would shall should may might must let see read according citing speaking referring asked
    speaking quoting mr mrs ms dr
    """)

CALENDAR = word_set("""
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov
    dec gmt bst utc edt est pst pdt am pm ad bc
    """)
# "May" is a month after a preposition or beside a number; otherwise a surname or a verb.
MONTH_OR_NAME = frozenset({"may"})

# Short forms of common nouns: alone they name nobody, inside a name ("AIDS Conference") they may stand.
COMMON_ACRONYMS = word_set("""
    dui dwi iq gps atm suv usb ipo hiv aids pin ufo ied wmd lgbt lgbtq cctv cpr icu mri pcr ptsd adhd std ngo cv hq
    ev etf vat gdp ebitda gaap eps roi pc cd dvd led lcd hd rss html wifi vpn app sos diy rip mvp pow mia ai ar vr ml
    ppe bbq var sim rv tnt lpg lng api sdk snr gpa
    """)

# Common nouns that open a sentence as an owner without an article ("Women's groups", "World's largest").
COMMON_OWNERS = word_set("""
    world nation country city state government company president police people women men children man woman boy girl
    mother father parent family baby kid nature god life society team school victim suspect teen teenager student
    driver officer church mosque hospital court army navy year week month season morning night science history mankind
    humanity heaven earth summer winter spring autumn doctor patient owner king queen prince everybody somebody anybody
    worker teacher master bachelor driver attorney judge minister premier mayor governor killer gunman
    """)

# What people are called by before their name at the head of a sentence, besides offices ("Student Ana Silva said").
ROLES = word_set("""
    employee student resident victim suspect defendant witness pilot driver teacher nurse surgeon player quarterback
    linebacker midfielder defender pitcher singer comedian rapper producer screenwriter novelist poet photographer
    astronaut fisherman neighbour neighbor tourist shopper firefighter paramedic trooper pastor priest investor
    blogger host presenter farmer swimmer sprinter boxer golfer cyclist skipper captain survivor
    """)

# Capitalised by habit, but nobody's name when alone.
NOT_ALONE = word_set("web internet jr sr ii iii iv century republic")

# Labels that a number follows: "Tier 1", "Phase 2" name no bearer.
LABELS = word_set("""
    tier level phase section article chapter page figure table class grade type season episode series round game week
    day part act rule step category stage volume version room gate group unit
    """)

# Words in capitals that are no acronyms of a bearer.
NOT_ACRONYMS = word_set("""
    i a ok tv ceo cfo coo pm mp vip am er id it pr q a dna gdp faq pdf sms url
    """)
