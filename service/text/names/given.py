"""Given names that stand for one another: English short forms, and one name across languages.

Only pairs that news uses of one person. "Jack" is left out of John's row on purpose: too many Jacks are no Johns.
"""

from __future__ import annotations

from typing import NamedTuple

from service.text.names.spelling import Spelling, compare_keys, fold


class GivenName(NamedTuple):
    """A given name and the forms that can stand for it, in lower case."""

    name: str
    forms: tuple[str, ...]


def _row(name: str, forms: str) -> GivenName:
    return GivenName(name, (name, *forms.split()))


GIVEN_NAMES = (
    # English short forms
    _row("abraham", "abe"),
    _row("albert", "al bert"),
    _row("alfred", "alf fred"),
    _row("andrew", "andy drew"),
    _row("anthony", "antony tony"),
    _row("arthur", "art"),
    _row("benjamin", "ben benny"),
    _row("barbara", "barb"),
    _row("bernard", "bernie"),
    _row("bradley", "brad"),
    _row("calvin", "cal"),
    _row("cameron", "cam"),
    _row("catherine", "katherine kathryn kate cathy kathy katie katharine"),
    _row("charles", "charlie chuck"),
    _row("christopher", "chris kit"),
    _row("christine", "christina chris tina"),
    _row("clifford", "cliff"),
    _row("curtis", "curt"),
    _row("cynthia", "cindy"),
    _row("daniel", "dan danny"),
    _row("david", "dave davey"),
    _row("deborah", "debbie deb debra"),
    _row("donald", "don donnie"),
    _row("dorothy", "dot dottie"),
    _row("douglas", "doug"),
    _row("edward", "ed eddie ted teddy ned"),
    _row("edwin", "ed"),
    _row("elizabeth", "liz beth betty lizzie liza eliza betsy"),
    _row("eugene", "gene"),
    _row("florence", "flo"),
    _row("francis", "frank"),
    _row("franklin", "frank"),
    _row("frederick", "fred freddie"),
    _row("gabriel", "gabe"),
    _row("geoffrey", "geoff jeffrey jeff"),
    _row("gerald", "gerry jerry"),
    _row("gregory", "greg"),
    _row("harold", "hal harry"),
    _row("henry", "harry hank"),
    _row("herbert", "herb"),
    _row("jacob", "jake"),
    _row("james", "jim jimmy jamie"),
    _row("jennifer", "jen jenny"),
    _row("jessica", "jess jessie"),
    _row("john", "johnny jon"),
    _row("jonathan", "jon john"),
    _row("joseph", "joe joey"),
    _row("joshua", "josh"),
    _row("judith", "judy"),
    _row("kenneth", "ken kenny"),
    _row("lawrence", "larry laurence"),
    _row("leonard", "len lenny leo"),
    _row("louis", "lou lewis"),
    _row("margaret", "maggie peggy meg marge"),
    _row("martin", "marty"),
    _row("matthew", "matt"),
    _row("megan", "meg"),
    _row("michael", "mike mick mickey"),
    _row("mitchell", "mitch"),
    _row("nancy", "nan"),
    _row("nathan", "nate"),
    _row("nathaniel", "nate"),
    _row("nicholas", "nick nicky nicolas"),
    _row("pamela", "pam"),
    _row("patricia", "pat patty tricia"),
    _row("patrick", "pat paddy"),
    _row("peter", "pete"),
    _row("philip", "phil phillip"),
    _row("raymond", "ray"),
    _row("rebecca", "becky becca"),
    _row("richard", "rick dick rich ricky"),
    _row("robert", "bob rob bobby robbie bert"),
    _row("ronald", "ron ronnie"),
    _row("rudolph", "rudy"),
    _row("russell", "russ"),
    _row("samantha", "sam"),
    _row("samuel", "sam sammy"),
    _row("sandra", "sandy"),
    _row("stanley", "stan"),
    _row("stephen", "steven steve"),
    _row("stuart", "stewart stu"),
    _row("susan", "sue susie"),
    _row("terence", "terry terrence"),
    _row("theodore", "ted theo teddy"),
    _row("thomas", "tom tommy"),
    _row("timothy", "tim"),
    _row("valerie", "val"),
    _row("victoria", "vicky vicki"),
    _row("vincent", "vince vinnie"),
    _row("walter", "walt"),
    _row("wesley", "wes"),
    _row("william", "bill will billy liam"),
    _row("zachary", "zach zack"),
    _row("jean", "jeanne"),
    _row("mitt", "willard"),
    # One name across languages
    _row(
        "alexander",
        "alex aleksandr oleksandr aliaksandr alexandre alexandr aleksander alejandro alessandro iskander sasha sander",
    ),
    _row("alexandra", "alex aleksandra oleksandra sasha"),
    _row("alexei", "aleksei alexey oleksiy oleksii aliaksei alex"),
    _row("andrei", "andriy andrii andrey andrzej andrei"),
    _row("anna", "hanna ganna"),
    _row("anatoly", "anatoliy anatolii anatol"),
    _row("anton", "antonin"),
    _row("dmitry", "dmytro dzmitry dmitri dimitri dima dmitrij"),
    _row("daria", "darya dasha"),
    _row("ekaterina", "yekaterina kateryna katsiaryna katya"),
    _row("elena", "olena yelena alena helena"),
    _row("georgy", "heorhiy georgi giorgi"),
    _row("grigory", "hryhoriy ryhor grigori"),
    _row("igor", "ihor"),
    _row("ilya", "illia ilia"),
    _row("irina", "iryna"),
    _row("konstantin", "kostyantyn kostiantyn constantin constantine"),
    _row("kirill", "kyrylo cyril kiril"),
    _row("ksenia", "kseniya oksana"),
    _row("mikhail", "mykhailo mikhailo michail misha mikheil"),
    _row("nikita", "mykyta"),
    _row("nikolai", "mykola nikolay mikalai nicolai kolya nikolaj"),
    _row("natalia", "nataliya natalya natasha"),
    _row("oleg", "oleh aleh"),
    _row("pavel", "pavlo pavol"),
    _row("pyotr", "petro petr piotr"),
    _row("roman", "ramon"),
    _row("sergei", "serhiy serhii siarhei sergio serge sergejs serhij"),
    _row("svetlana", "svitlana sviatlana"),
    _row("tatiana", "tetiana tetyana tatyana tatsiana"),
    _row("vasily", "vasyl vasil vasili"),
    _row("viktor", "victor viktar"),
    _row("vladimir", "volodymyr uladzimir wladimir vladimirs volodimir vova"),
    _row("vladislav", "vladyslav uladzislau"),
    _row("vitaly", "vitaliy vitalii vital"),
    _row("yevgeny", "evgeny yevhen eugene jewgeni evgenii yauhen"),
    _row("yuri", "yuriy yury iurii jurij juri iouri"),
    _row("yulia", "iuliia julia yuliya juliya"),
    _row("yana", "jana iana"),
    _row("abdul", "abd abdel"),
    _row("abdullah", "abdallah abdulla abdoulaye"),
    _row("abdulaziz", "abdelaziz"),
    _row("abdulrahman", "abdelrahman abdurrahman abdirahman"),
    _row("ahmed", "ahmad ahmet achmed"),
    _row("amir", "ameer emir"),
    _row("bashar", "baschar"),
    _row("faisal", "faysal feisal"),
    _row("fatima", "fatma fatimah"),
    _row("hamid", "hameed"),
    _row("hassan", "hasan"),
    _row("hussein", "hussain husayn husain hossein hussien huseyin"),
    _row("ibrahim", "ebrahim ibraheem"),
    _row("ismail", "esmail ismael ismaeel esmaeil"),
    _row("jamal", "gamal djamal cemal"),
    _row("karim", "kareem"),
    _row("khaled", "khalid halid"),
    _row("mahmoud", "mahmud mehmood mahmood"),
    _row("masoud", "masud massoud"),
    _row("mohammed", "muhammad mohamed mohammad muhammed mohd muhamad mohamad mohamud maxamed mahomed mehmet"),
    _row("muammar", "moammar muamar mouammar"),
    _row("mustafa", "mostafa moustafa mustapha"),
    _row("nasser", "naser nasir"),
    _row("omar", "umar omer"),
    _row("osama", "usama ossama oussama"),
    _row("osman", "othman uthman usman"),
    _row("qasem", "qassem kassem ghasem qasim"),
    _row("rashid", "rasheed rachid"),
    _row("saeed", "said sayeed saied"),
    _row("salah", "saleh salih"),
    _row("suleiman", "sulaiman soleiman suleyman"),
    _row("tariq", "tarek tareq tarik"),
    _row("saif", "seif sayf"),
    _row("yasser", "yasir yaser"),
    _row("yousef", "yusuf youssef yussuf yosef yusef"),
    _row("benjamin", "binyamin biniamin"),
    _row("isaac", "yitzhak itzhak"),
    _row("moshe", "moses"),
    _row("jose", "pepe"),
    _row("francisco", "paco pancho"),
    _row("ignacio", "nacho"),
    _row("guillermo", "william"),
    _row("zedong", "tsetung"),
)


def _rows_by_key() -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(GIVEN_NAMES):
        for form in row.forms:
            rows.setdefault(fold(form), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in rows.items()}


_ROWS = _rows_by_key()
_UNKNOWN: frozenset[int] = frozenset()

# What folding makes of the first letter of names written with an initial: Claude, Celia; Yevgeny, Yuri; Philip.
_INITIALS = {
    "c": "Ccks",
    "e": "ei",
    "i": "iue",
    "j": "jzi",
    "k": "kh",
    "p": "pf",
    "q": "qk",
    "t": "tC",
    "w": "wv",
    "x": "xks",
    "y": "yieuo",
}


def compare_given(a: str, b: str) -> Spelling:
    """Compare two folded given names or initials: an initial is EQUAL to every name that it opens."""
    if len(a) == 1 or len(b) == 1:
        short, long = sorted((a, b), key=len)
        opens = long[0] == short if len(long) == 1 else long[0] in _INITIALS.get(short, short)
        return Spelling.EQUAL if opens else Spelling.FAR
    rows_a, rows_b = _ROWS.get(a, _UNKNOWN), _ROWS.get(b, _UNKNOWN)
    if rows_a & rows_b:
        return Spelling.EQUAL
    spelling = compare_keys(a, b)
    if spelling is Spelling.CLOSE and a.rstrip("ae") == b.rstrip("ae"):  # Daniel is not Danielle
        return Spelling.NEAR
    if spelling is Spelling.CLOSE and rows_a and rows_b:  # two known names one letter apart: Maria is not Mario
        return Spelling.NEAR
    return spelling
