"""The values of a question's parameters: from what somebody typed or passed to what its query takes."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.dates_in_words import as_date
from bycn.graph_model.folding import fold
from bycn.graph_model.vocabulary import ENTITY_TYPE_NAMES, FACT_TYPE_NAMES, LIST_SEPARATOR, STATUSES
from bycn.loaders.engine import Engine
from bycn.queries.errors import WrongParameter
from bycn.queries.headers import Header, Parameter
from bycn.queries.known_ids import known_id
from bycn.queries.known_terms import TERMS, known_term
from bycn.queries.known_words import did_you_mean, from_list, meant
from bycn.queries.remarks import Remark
from bycn.queries.resolving import resolve_place

_RENAMED = {
    **dict.fromkeys(("place", "party", "province", "university", "exchange", "zone", "city", "event"), "entity"),
    "start": "first",
    "end": "second",
}
"""What entity parameters were called before."""


_WHOLE = re.compile(r"-?\d{1,18}", re.ASCII)
_DECIMAL = re.compile(r"-?\d{1,18}\.\d{1,18}", re.ASCII)


class Bound(NamedTuple):
    """The values that a query runs with, and remarks on how names were taken."""

    values: dict[str, Any]
    remarks: list[Remark]
    names: dict[str, str]
    """The names of the entities among the values, by parameter."""


def bind(engine: Engine, header: Header, given: Mapping[str, Any], *, exact: bool = False) -> Bound:
    """The values for all parameters of a question: the `given` ones, else the defaults; names resolved to ids.

    With `exact`, a bare city name is the city also where the question would take its region.

    Raises:
        WrongParameter: a parameter or value doesn't fit; the message says what would.
        UnknownName: an entity isn't known.
        AmbiguousName: an entity's name means several.

    """
    known = {parameter.name: parameter for parameter in header.parameters}
    for name in given:
        if name not in known:
            if (now := _RENAMED.get(name)) in known:
                raise WrongParameter(f"'{header.title}': the parameter '{name}' is called '{now}' now; write {now}=…")
            listed = f"it takes {', '.join(known)}" if known else "it takes none"
            raise WrongParameter(f"'{header.title}' has no parameter '{name}'{did_you_mean(name, known)}; {listed}")
    values: dict[str, Any] = {}
    remarks: list[Remark] = []
    names: dict[str, str] = {}
    for parameter in header.parameters:
        value = given.get(parameter.name, parameter.default)
        is_none = value is None or (isinstance(value, str) and value == "null")
        if is_none and not parameter.is_optional:
            raise WrongParameter(f"{parameter.name}: a value is needed; {parameter.meaning}")
        converted = None if is_none else _convert(engine, parameter, value, remarks, names, exact=exact)
        both = converted if isinstance(converted, tuple) else (converted,) * len(parameter.fills)
        values |= dict(zip(parameter.fills, both, strict=True))
    return Bound(values, remarks, names)


def _convert(
    engine: Engine, parameter: Parameter, value: Any, remarks: list[Remark], names: dict[str, str], *, exact: bool
) -> Any:
    def one(single: Any) -> Any:
        if parameter.type == "entity":
            exactly = exact or parameter.modifier != "widen"
            place = resolve_place(engine, str(single), exact=exactly, types=parameter.kinds)
            remarks.extend(place.remarks)
            names[parameter.name] = place.name
            return place.id
        if parameter.type == "source" or parameter.type == "document" or parameter.type == "fact":
            return known_id(engine, parameter.type, str(single))
        if parameter.type in TERMS:
            return known_term(engine, parameter.type, str(single))
        return _READERS[parameter.type](parameter, single)

    if parameter.modifier != "list":
        return one(value)
    parts: Iterable[Any] = value.split(LIST_SEPARATOR) if isinstance(value, str) else value
    return [one(part.strip() if isinstance(part, str) else part) for part in parts]


def _text(parameter: Parameter, value: Any) -> str:
    text = fold(str(value)) if parameter.modifier == "fold" else str(value)
    if not text:
        raise WrongParameter(f"{parameter.name}: '{value}' holds no letter or digit; {parameter.meaning}")
    return text


def _integer(parameter: Parameter, value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not (text.isascii() and text.isdigit() and len(text) <= 12):
        raise WrongParameter(f"{parameter.name}: '{value}' is not a whole number of 0 or more; write one such as 10")
    number, least, most = int(text), parameter.least, parameter.most
    if most is not None and least is not None and not least <= number <= most:
        raise WrongParameter(f"{parameter.name}: {number:,} is out of bounds; write {least:,} to {most:,}")
    return number


def _year(parameter: Parameter, value: Any) -> int:
    text = str(value).strip()
    if isinstance(value, bool) or not (text.isascii() and text.isdigit() and len(text) == 4 and text != "0000"):
        raise WrongParameter(f"{parameter.name}: '{value}' is not a year; write four digits such as 2023")
    return int(text)


def _boolean(parameter: Parameter, value: Any) -> bool:
    known = {"true": True, "yes": True, "false": False, "no": False}
    if (found := known.get(str(value).strip().casefold())) is None:
        raise WrongParameter(f"{parameter.name}: '{value}' is neither true nor false; write one of them")
    return found


def _any(_parameter: Parameter, value: Any) -> Any:
    """A value as it reads: a number, true or false, else a text."""
    if not isinstance(value, str):
        return value
    if value in ("true", "false"):
        return value == "true"
    return int(value) if _WHOLE.fullmatch(value) else float(value) if _DECIMAL.fullmatch(value) else value


def _date(parameter: Parameter, value: Any) -> tuple[str, str]:
    try:
        date = value if isinstance(value, PartialDate) else PartialDate.parse(str(value).strip())
    except ValueError as error:
        ours = as_date(str(value))
        raise WrongParameter(f"{parameter.name}: {error}{f'; did you mean {ours}?' if ours else ''}") from None
    return date.first, date.last


def _word(what: str, words: tuple[str, ...]) -> Callable[[Parameter, Any], str]:
    def read(parameter: Parameter, value: Any) -> str:
        if (found := from_list(str(value), words)) is None:
            raise WrongParameter(f"{parameter.name}: '{value}' is not {what}{meant(str(value), words)}")
        return found

    return read


_READERS: dict[str, Callable[[Parameter, Any], Any]] = {
    "any": _any,
    "text": _text,
    "integer": _integer,
    "year": _year,
    "boolean": _boolean,
    "date": _date,
    "entity_type": _word("an entity type", ENTITY_TYPE_NAMES),
    "fact_type": _word("a type of fact", FACT_TYPE_NAMES),
    "status": _word("a status", STATUSES),
}
