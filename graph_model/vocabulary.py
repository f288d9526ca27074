"""The closed lists of words that facts and entities use, as plain data: no import of ours, none that is heavy."""

from collections.abc import Iterable
from typing import Literal, get_args

LIST_SEPARATOR = "|"
"""Between the words of one cell."""

Status = Literal["signed", "in_force", "completed", "planned", "proposed", "negotiating", "ended"]
STATUSES: tuple[str, ...] = get_args(Status)
PLANS: tuple[str, ...] = ("planned", "proposed", "negotiating")
"""The statuses of what has not happened: never shown, counted or summed as if it had."""

Qualifier = Literal["exact", "about", "almost", "over", "under", "at_least", "up_to"]
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)

Instrument = Literal[
    "agreement",
    "memorandum",
    "protocol",
    "roadmap",
    "action plan",
    "programme",
    "strategy",
    "plan",
    "declaration",
    "letter of intent",
    "document",
]
Measure = Literal["export", "import", "turnover"]
Valuation = Literal["fob", "cif"]
Role = Literal["member", "visitor", "broker"]
Form = Literal[
    "institute",
    "laboratory",
    "centre",
    "programme",
    "venture",
    "park",
    "investment",
    "branch",
    "association",
]
Topic = Literal["universities", "investment", "Confucius institutes"]
TOPICS: tuple[str, ...] = get_args(Topic)
Certainty = Literal["stated", "read"]
CountryCode = Literal["BY", "CN", "XX"]
ProvinceKind = Literal["province", "autonomous region", "municipality", "special administrative region"]

CURRENCIES: frozenset[str] = frozenset(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF
    CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF
    GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD
    LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
    PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP
    TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XAG XAU XCD XCG XDR XOF XPD XPF XPT XSU
    XUA YER ZAR ZMW ZWG
    ADP AFA ALK AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ BGK BGL BOP BRB BRC BRE BRN BRR BUK BYB BYR
    CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IDE
    IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL LVL LVR MAF MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI
    PES PLZ PTE RHD ROK ROL RUR SDD SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC
    XEU XFO XFU XRE YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR
    """.split()  # noqa: SIM905 - a list would take a page
)
"""ISO 4217: the codes in use, and below them those that were: BYB until 1999, BYR until mid-2016, and BYN since."""
CURRENCY_SIGNS: dict[str, str] = {
    "BR": "BYN",
    "RM": "CNY",
    "RMB": "CNY",
    "CNH": "CNY",
    "¥": "CNY",
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
    "元": "CNY",
    "YUAN": "CNY",
    "ЮАНЬ": "CNY",
    "ЮАНЕЙ": "CNY",
    "РУБ": "BYN or RUB",
    "РУБЛИ": "BYN or RUB",
    "РУБЛЕЙ": "BYN or RUB",
    "ДОЛЛ": "USD",
    "ЕВРО": "EUR",
}
"""What people write instead of a code, in capitals."""

LANGUAGES: dict[str, str] = {"be": "Belarusian", "ru": "Russian", "zh": "Chinese", "fr": "French"}
"""The languages of the name columns beside English: `names_be`, `names_ru` …"""

Trait = Literal["tie", "structure", "figure", "participation"]
"""What a fact does in the graph: it ties two parties, says what belongs to what, states a number, or places a party at
an event.
"""

FACT_TRAITS: dict[str, Trait] = {
    "TWINNED_WITH": "tie",
    "AGREEMENT": "tie",
    "CONTRACT": "tie",
    "TRADE_FLOW": "tie",
    "ACCREDITED_AT": "tie",
    "JOINT_PROJECT": "tie",
    "COOPERATES_WITH": "tie",
    "TOOK_PART_IN": "participation",
    "MEMBER_OF": "structure",
    "PART_OF": "structure",
    "LOCATED_IN": "structure",
    "INDICATOR": "figure",
}
"""The relationship types with their traits, for those who need them without the model; `facts.py` registers these."""

FACT_TYPE_NAMES: tuple[str, ...] = tuple(FACT_TRAITS)

CONTAINING: tuple[str, ...] = ("PART_OF", "LOCATED_IN")
"""The types by which one entity may lie inside another; membership never is containment."""

MEMBERSHIPS: tuple[str, ...] = tuple(
    n for n, trait in FACT_TRAITS.items() if trait == "structure" and n not in CONTAINING
)
"""The other structure: what belongs to a body without lying in it."""

SUPPLYING: tuple[str, ...] = ("CONTRACT", "TRADE_FLOW")
"""The types by which goods or services go from the start to the end."""

_PLACES = ("country", "oblast", "province", "city", "district")
_BODIES = ("university", "company", "exchange", "economic_zone", "institution")
ENTITY_TYPE_NAMES: tuple[str, ...] = (*_PLACES, *_BODIES, "event")
"""The entity types, for those who need their names without the model; `entities.py` registers just these."""
PLACES, BODIES, EVENTS = frozenset(_PLACES), frozenset(_BODIES), frozenset({"event"})
PARTIES = PLACES | BODIES
SITES = PLACES | {"economic_zone"}
"""What something else may lie in; to all else it belongs."""

_MEAT = frozenset({"meat", "poultry meat", "poultry by-products", "beef", "frozen beef"})
_DAIRY = frozenset({"butter", "milk", "milk powder", "condensed milk", "whole-milk products", "whey", "whey powder"})
_FARMED = _MEAT | _DAIRY | {"meat products", "dairy products", "rapeseed oil", "vegetable oils", "sugar"}
GOODS_WITHIN: dict[str, frozenset[str]] = {
    "meat products": _MEAT,
    "dairy products": _DAIRY,
    "food products": _FARMED | {"bakery products", "chocolate", "confectionery"},
    "agricultural products": _FARMED | {"flax", "flax fibre", "confectionery", "chocolate"},
}
"""The goods that are listed as part of a wider kind: a figure of the one may hold a figure of the other."""


def with_wider(goods: Iterable[str]) -> frozenset[str]:
    """Goods with the wider kinds that they belong to.

    >>> sorted(with_wider(["beef"]))
    ['agricultural products', 'beef', 'food products', 'meat products']
    """
    given = frozenset(goods)
    return given.union(kind for kind, held in GOODS_WITHIN.items() if given & held)
