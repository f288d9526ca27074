"""The closed lists of words that facts and entities use, as plain data: no import of ours, none that is heavy."""

from typing import Literal, get_args

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

FACT_TYPE_NAMES: tuple[str, ...] = (
    "TWINNED_WITH",
    "AGREEMENT",
    "CONTRACT",
    "TRADE_FLOW",
    "ACCREDITED_AT",
    "JOINT_PROJECT",
    "COOPERATES_WITH",
    "TOOK_PART_IN",
    "MEMBER_OF",
    "PART_OF",
    "LOCATED_IN",
    "INDICATOR",
)
"""The relationship types, for those who need their names without the model; `facts.py` registers just these."""

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
