"""Wording: what is left of a name when its spelling, its small words and their order make no difference.

"Belarusian State University's Faculty of Law", "Faculty of Law, BSU" and "BSU Faculty of Law" use the same words. What
says of which kind or country a thing is ("г. Пекин", "OJSC Naftan", "Harbin, China") becomes one word each, so that it
can be taken away and then be asked for.
"""

import re
from functools import lru_cache

CITY, PROVINCE, DISTRICT, COMPANY, SCHOOL = "city", "province", "district", "company", "school"
COUNTRIES = {"belarus": "BY", "china": "CN"}
"""The words for the two countries, with their codes."""

_IN = "in+"
"""Begins a word that follows "in", "to" or "from": the Embassy of China in Belarus isn't that of the other."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PHRASES = [
    (re.compile(rf"\b(?:{'|'.join(patterns)})\b"), word)
    for word, patterns in (
        (
            "china",
            [
                r"(?:the )?peoples? republic of china|p ?r china|p r c|republique populaire de chine|rp de chine|r p c",
                r"китайск\w+ народн\w+ республик\w+|кітайск\w+ народн\w+ рэспублік\w+",
            ],
        ),
        (
            "",
            [
                r"(?:the )?republic of (?=belarus)|republique (?:de |du )(?=belarus|bielorussie)",
                r"республик\w+ (?=беларусь)|рэспублік\w+ (?=беларусь)",
                r"named (?:after|for)|portant le nom",
            ],
        ),
        (
            COMPANY,
            [
                r"(?:(?:open|closed|public) )?joint stock company|(?:limited|additional) liability company",
                r"joint venture|state concern|manag(?:ing|ement) company(?: of (?:the )?holding)?",
                r"(?:(?:republican|communal|municipal|private|production|trade) )*unitary enterprise",
                r"societe anonyme(?: ouverte| fermee)?|societe par actions(?: ouverte| fermee)?",
                r"societe a responsabilite limitee|entreprise unitaire(?: de production)?",
                r"(?:(?:открытое|закрытое|публичное|совместное) )*акционерное общество",
                r"(?:совместное )?общество с (?:ограниченной|дополнительной) ответственностью",
                r"(?:(?:республиканское|коммунальное|частное|производственное|торговое) )*унитарное предприятие",
                r"(?:(?:адкрытае|закрытае|сумеснае) )*акцыянернае таварыства",
                r"(?:сумеснае )?таварыства з (?:абмежаванай|дадатковай) адказнасцю",
                r"(?:(?:рэспубліканскае|камунальнае|прыватнае|вытворчае|гандлёвае) )*унітарнае прадпрыемства",
            ],
        ),
        (
            PROVINCE,
            [
                r"(?:special administrative|autonomous) region|region autonome|a r|s a r|а р",
                r"автономн\w+ район\w*|аўтаномн\w+ раён\w*",
            ],
        ),
        (DISTRICT, ["р н"]),
        (
            SCHOOL,
            [
                r"(?:государственн\w+ )?учреждени\w+ (?:высшего )?образования",
                r"(?:дзяржаўн\w+ )?установ\w+ (?:вышэйшай )?адукацыі",
                r"(?:state )?educational (?:institution|establishment)|etablissement d enseignement",
            ],
        ),
        ("opening", ["opening ceremony"]),
        ("plenary", ["plenary (?:session|meeting)"]),
        ("office", ["representative office"]),
        ("science and technology", ["scientific and technological"]),
        ("co", [r"co (?=operati)"]),
        ("hightech", ["(?:hi|high) tech"]),
        ("radioelectronics", ["radio electronics"]),
        ("free economic zone", ["[fs]ez"]),
        ("traditional chinese medicine", ["tcm"]),
        ("research and development", ["r d"]),
        ("science and technology", ["s t"]),
        ("government", ["(?:(?:peoples?|city|municipal) )+government"]),
        ("meat", ["meat (?:processing|packing|packaging)"]),
        ("milk canning plant", ["milk cannery"]),
        ("государственный университет", ["госуниверситет"]),
        ("университет", ["ун т"]),
        ("свободная экономическая зона", ["сэз"]),
    )
]
_TELLING = 4
_TELLTALES = _words(
    "repu респ рэсп p pr r rp name port join liab unit anon acti resp акци обще унит акцы тава уніт н oper tech"
    " учре уста educ etab"
    " open plen scie auto spec join stat mana а авто аўта elec fez sez tcm d t gove meat cann госу ун сэз"
)
"""The first letters of words one of which is in each phrase: most names have none and are passed over."""
_HAN_COMPANY = re.compile(r"(?:集团|控股|股份)*(?:有限责任公司|有限公司|公司)$|集团$")
_HAN_COUNTRIES = (
    (re.compile("^(?:中白|白中)(?=.)"), " china belarus "),
    (re.compile("中华人民共和国|中国"), " china "),
    (re.compile("白俄?罗斯共和国|白俄?罗斯"), " belarus "),
)
_HAN_KINDS = {"市": CITY, "省": PROVINCE, "县": DISTRICT}
_HAN_ENDS = frozenset({*_HAN_KINDS, *"司团"})
"""The last signs of kinds of place and of legal forms; countries begin with 中 or 白."""
_HAN = re.compile("[\u4e00-\u9fff]")
_COUNTRY_WORDS = (
    (
        re.compile(
            r"belarus(?:s?ian)?|(?:by|b)elorus(?:s?ian?)?|bielorus(?:se?s?|s?ian?|sie)|bielorussien(?:ne)?s?"
            r"|рб|белорус(?:ск\w+|си[яию]|сией)|беларус(?:ск\w+|к\w+|ь|и|і|ью|сю)"
        ),
        "belarus",
    ),
    (
        re.compile(
            r"china|chinese|chine|chinois(?:es?)?|sino|prc|rpc|кнр"
            r"|китай(?:ск\w+)?|кита[яюе]|китаем|кітай(?:ск\w+)?|кіта[яюе]|кітаем"
        ),
        "china",
    ),
)
_COUNTRY_BEGINNINGS = _words("bel bye bie рб бел chi sin prc rpc кнр кит кіт")
_KIND_WORDS = {
    CITY: _words("city ville gorod horad municipality municipalite shi город г гор горад места"),
    PROVINCE: _words("province provincial prov sheng ar sar провинция провинции пров ар сар правінцыя правінцыі прав"),
    DISTRICT: _words("district distr dist raion rayon county район раён уезд"),
    "region": _words(
        "region regional oblast obl voblast voblasts voblasc область области обл областной областная областного"
        " вобласць вобласці вобл абласны абласная абласнога reg"
    ),
    SCHOOL: _words("уо гуо уво гуво уа дуа"),
    COMPANY: _words(
        "co company cie ltd limited llc llp inc incorporated corp corporation plc gmbh ag sa sarl sas group groupe"
        " holding holdings concern societe jv jllc rue ue jsc ojsc cjsc pjsc oao zao ooo ao pao szao sooo iooo rup kup"
        " chup aat zat taa szat"
        " оао зао ооо ао пао сзао сооо иооо одо уп руп куп чуп чпуп пуп гп аат зат таа сзат стаа"
        " концерн канцэрн холдинг холдынг корпорация карпарацыя компания кампанія группа"
    ),
}
_NUMBERS = {
    spelling: str(number)
    for spellings in (
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth",
        "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый",
        "первая вторая третья четвёртая пятая шестая седьмая восьмая девятая десятая",
        "первое второе третье четвёртое пятое шестое седьмое восьмое девятое десятое",
        (
            "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx"
            " xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx xxxi xxxii xxxiii xxxiv xxxv"
        ),
    )
    for number, spelling in enumerate(spellings.replace("ё", "е").split(), start=1)
    if len(spelling) > 1
}
"""Ordinals in words and numbers in Roman figures; a single letter may be anything."""
_TRANSLITERATIONS = {
    "baranovichi": _words("baranavichy baranavicy"),
    "beijing": _words("peking"),
    "bereza": _words("byaroza biaroza"),
    "bobruisk": _words("bobruysk babruysk babrujsk babruisk"),
    "gomel": _words("homiel homel homyel"),
    "grodno": _words("hrodna"),
    "kobrin": _words("kobryn"),
    "mogilev": _words("mogilyov moguilev mahilyow mahiliow mahiliou mahileu"),
    "novopolotsk": _words("navapolatsk navapolack"),
    "polotsk": _words("polatsk polack"),
    "rogachev": _words("rogachyov rahachow rahachou"),
    "vitebsk": _words("viciebsk vitsebsk vitsyebsk"),
    "francisk": _words("francysk frantsisk"),
    "kuleshov": _words("kulyashou kulyashow kuliasou"),
    "masherov": _words("masherau masheraw"),
    "maxim": _words("maksim"),
    "skorina": _words("skaryna"),
}
"""How cities and people, which are part of the names of many bodies, are also written."""
_DERIVED = {
    "agricultural": _words("agriculture agrarian"),
    "education": _words("educational"),
    "economic": _words("economics economy"),
    "expo": _words("exhibition exposition"),
    "health": _words("healthcare"),
    "medical": _words("medicine"),
    "legislature": _words("parliament"),
    "milk": _words("dairy"),
    "polytechnic": _words("polytechnical"),
    "technology": _words("technological"),
    "wood": _words("timber"),
    "biotechnology": _words("biotechnological"),
}
"""Words of one stem, and what serves for another, in the names of bodies."""
_ABBREVIATED = {
    "university": _words("univ"),
    "international": _words("intl"),
    "national": _words("natl"),
    "executive": _words("exec"),
    "department": _words("dept"),
    "government": _words("govt"),
    "institute": _words("inst"),
    "association": _words("assoc assn"),
    "государственный": _words("гос"),
    "медицинский": _words("мед"),
}
_SPELLINGS = {
    "centre": "center",
    "theatre": "theater",
    "programme": "program",
    "labour": "labor",
    "defence": "defense",
    "fibre": "fiber",
    "factory": "plant",
    "works": "plant",
    **_NUMBERS,
    **{
        word: one
        for group in (_TRANSLITERATIONS, _DERIVED, _ABBREVIATED, _KIND_WORDS)
        for one, forms in group.items()
        for word in forms
    },
}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|er?|re|eme|й|я|ый|ая|ы)")
_SMALL = _words(
    "the a an of and for on at by between no de du des d l la le les et pour sur"
    " и і й я ая ы при пры по па для аб о об им имени імя імені номер"
)
_INTO = _words("in into to from au aux en dans vers в во ў у из з на")
_PLURAL = re.compile(r"[a-z]{3,}[^sui\W\d_]s")
_ADJECTIVE = re.compile(r"([a-z]{3,}[stz]k|[a-z]{4,}nsk)(?:i|ii|iy|yi|yy|yj)")
"""How "Frunzensky" is also written in Latin letters."""
_ELISION = re.compile(r"\b[dl]['’ʼ]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s\b")
_INITIALS = re.compile(r"(?<![\w.])(?!P\.\s?R\.)(?:[^\W\d_a-zа-яё]\.\s?){1,3}(?=[^\W\d_a-zа-яё][^\W\d_]{2})")


def spelt_out(name: str) -> str:
    """A name with its words apart: "de" for the French d', without the possessive 's and the initials of a person.

    >>> spelt_out("la ville d'Orsha")
    'la ville de Orsha'
    >>> spelt_out("A. S. Pushkin Brest State University")
    'Pushkin Brest State University'
    """
    if "." in name:
        name = _INITIALS.sub("", name)
    if "№" in name:
        name = name.replace("№", " № ")
    if "'" not in name and "’" not in name and "ʼ" not in name:
        return name
    return _POSSESSIVE.sub("", _ELISION.sub(lambda met: f"{met[0][0]}e ", name))


def words(folded: str) -> list[str]:
    """The words of a folded name that say something, each in its one spelling, in their order.

    >>> words("the belarusian chinese center of the open joint stock company")
    ['belarus', 'china', 'center', 'company']
    """
    parts = folded.split()
    if all(map(_is_plain, parts)):
        return parts
    if not _TELLTALES.isdisjoint([part[:_TELLING] for part in parts]):
        text = folded
        for pattern, word in _PHRASES:
            text = pattern.sub(word, text)
        parts = text.split()
    if not folded.isascii():
        parts = [word for part in parts for word in (_split_han(part) if _HAN.search(part) else (part,))]
    found: list[str] = []
    before = ""
    for word in map(_spelt, parts):
        if word == _IN:
            before = _IN
        elif word and not (word == COMPANY and found and found[-1] == COMPANY):
            found.append(before + word)
            before = ""
    return found


def country_of(word: str) -> str | None:
    """The code of the country that a word names, also one behind "in"."""
    return COUNTRIES.get(word.removeprefix(_IN))


def without_in(word: str) -> str:
    """A word as it is without "in" before it: an office in Shanghai is a Shanghai office; countries stay apart."""
    return word if country_of(word) else word.removeprefix(_IN)


@lru_cache(maxsize=100_000)
def _is_plain(word: str) -> bool:
    """Whether a word stays as it is, whatever is around it: most do, and a load meets many."""
    if word.isdigit():
        return True
    if not word.isascii() and _HAN.search(word):
        return word[-1] not in _HAN_ENDS and "中" not in word and "白" not in word
    return word[:_TELLING] not in _TELLTALES and _spelt(word) == word


def _spelt(word: str) -> str:
    """The one spelling of a word, nothing for a small one."""
    if word in _SMALL:
        return ""
    if word in _INTO:
        return _IN
    if known := _SPELLINGS.get(word):
        return known
    if word[0] == "ў":
        return f"у{word[1:]}"
    if word[:3] in _COUNTRY_BEGINNINGS:
        for pattern, country in _COUNTRY_WORDS:
            if pattern.fullmatch(word):
                return country
    if word[0].isdigit() and (ordinal := _ORDINAL.fullmatch(word)):
        return ordinal[1]
    if word.endswith("s") and _PLURAL.fullmatch(word):
        one = f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
        return _SPELLINGS.get(one, one)
    return _ending(word)


def _ending(word: str) -> str:
    if adjective := _ADJECTIVE.fullmatch(word):
        return f"{adjective[1]}y"
    return word.replace("isation", "ization") if word.endswith(("isation", "isations")) else word


def _split_han(text: str) -> list[str]:
    """A name written without blanks, cut where a country, a legal form or a kind of place begins."""
    for pattern, country in _HAN_COUNTRIES:
        text = pattern.sub(country, text)
    *others, last = text.split()
    if form := _HAN_COMPANY.search(last):
        return [*others, last[: form.start()], COMPANY] if form.start() else [*others, COMPANY]
    if len(last) > 2 and last[-1] in _HAN_KINDS:
        return [*others, last[:-1], _HAN_KINDS[last[-1]]]
    return [*others, last]
