"""The closed lists of words that facts and entities use, as plain data: no import of ours, none that is heavy."""

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

CURRENCIES: frozenset[str] = frozenset(["BYN", "CNY", "EUR", "GBP", "HKD", "JPY", "KZT", "RUB", "USD", "CHF"])
"""ISO 4217 codes that amounts may use."""
CURRENCY_SIGNS: dict[str, str] = {
    "BR": "BYN",
    "RM": "CNY",
    "RMB": "CNY",
    "¥": "CNY",
    "$": "USD",
    "US$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₽": "RUB",
}
"""What people write instead of a code, in capitals."""

LANGUAGES: dict[str, str] = {"be": "Belarusian", "ru": "Russian", "zh": "Chinese", "fr": "French"}
"""The languages of the name columns beside English: `names_be`, `names_ru` …"""

Trait = Literal["tie", "structure", "figure", "participation"]
"""What a fact does in the graph: it ties two parties, says what belongs to what, tells a number, or places a party at
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

ROW_TIMES = ("date", "date_start", "date_end", "holds_from", "holds_to", "placed_from", "placed_to")
"""What of a fact depends on which of its rows are left: `_rows` holds it for each of them, with its sources behind."""
ROW_SEPARATOR = ","
"""Between the parts of an item of `_rows`; neither a date nor an id holds it."""

ENTITY_TYPE_NAMES: tuple[str, ...] = (
    "country",
    "oblast",
    "province",
    "city",
    "district",
    "university",
    "company",
    "exchange",
    "economic_zone",
    "institution",
    "event",
)
"""The entity types, for those who need their names without the model; `entities.py` registers just these."""
