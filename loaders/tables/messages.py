"""What validation found wrong, in the words of somebody who fills in tables."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from unicodedata import normalize

from bycn.graph_model.fields import Column
from bycn.graph_model.vocabulary import LIST_SEPARATOR
from bycn.loaders.foreign.sums import currency_in
from bycn.loaders.foreign.words import LISTS, whole, within
from bycn.loaders.near import near
from bycn.loaders.tables.dates import not_a_date
from bycn.loaders.tables.numbers import not_a_number
from bycn.loaders.tables.table_types import Kind
from bycn.loaders.tables.text import JOINING, parted

_LONGEST = 1_000
"""A longer value is neither shown nor looked at for what is meant by it."""
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._/~-]*")
_NEXT_ADDRESS = re.compile(r"[\s;,、，；>]+(?=<?(?:https?://|www\.))")
"""What parts addresses, which may hold commas themselves."""
_BETWEEN_WORKS = re.compile(r"\s*[;；]\s*")
_ADDRESS = re.compile(r"<?(?:https?:)?//", re.IGNORECASE)


def explain(detail: Mapping[str, Any], kind: Kind) -> tuple[str, str]:
    """The column of one validation error, and its message: what is wrong; what would be right."""
    name, value = str(detail["loc"][0]), detail["input"]
    column = kind.columns.get(name)
    if detail["type"] == "unexpected_keyword_argument" or column is None:
        return name, _unexpected(name, kind)
    if isinstance(value, str) and len(value) > _LONGEST:
        return name, f"a text of {len(value):,} characters doesn't fit here; write {_right(column)}"
    message = _MESSAGES.get(detail["type"], _unfit)
    return name, message(value, column, detail)


def lacking(column: Column) -> str:
    """What to say of a header without a required column."""
    return f"the column is missing; add it, it holds {_right(column)}"


def _unexpected(name: str, kind: Kind) -> str:
    close = near(name.lower(), kind.columns)
    remedy = f"did you mean '{close[0]}'?" if close else "leave it empty"
    return f"{kind.thing} has no such column; {remedy}"


def _missing(_value: Any, column: Column, _detail: Mapping[str, Any]) -> str:
    return f"is empty; write {_right(column)}"


def _not_an_id(value: Any, column: Column, _detail: Mapping[str, Any]) -> str:
    if _ADDRESS.match(str(value)):
        table = "sources.csv" if column.name == "sources" else "a table"
        if len(parts := _NEXT_ADDRESS.split(str(value))) > 1:
            several = f"give each page a row in {table}, and join the ids of those with |"
            return f"'{value}' holds {len(parts)} addresses; {several}"
        return f"'{value}' is an address; give the page a row in {table} and write the id of that here"
    if column.name == "sources" and not _may_be_ids(str(value)):
        return _no_source(str(value))
    if column.is_list and len(parts := parted(str(value))) > 1:
        return f"'{value}' is not an id; where these are several, join them with |: {LIST_SEPARATOR.join(parts)}"
    if column.is_list and len(parts := JOINING.split(str(value))) > 1 and all(map(_ID.fullmatch, parts)):
        return f"'{value}' is not an id; where these are several, join them with |: {LIST_SEPARATOR.join(parts)}"
    if column.is_list and len(parts := str(value).split()) > 1 and all(map(_ID.fullmatch, parts)):
        several = LIST_SEPARATOR.join(parts)
        return f"'{value}' is not an id; write {'-'.join(parts)}, or where these are several {several}"
    like = _id_like(str(value))
    return f"'{value}' is not an id; write letters, digits and . _ / ~ - alone{f', such as {like}' if like else ''}"


def _may_be_ids(text: str) -> bool:
    """Whether a text is made of what looks like ids of sources, joined otherwise."""
    joined = JOINING.split(text)
    return (len(joined) > 1 and all(map(_ID.fullmatch, joined))) or (
        "/" in text and all(map(_ID.fullmatch, text.split()))
    )


def _id_like(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9._/~-]+", "-", text).strip("-._/~")


def _no_source(text: str) -> str:
    """What to say of a work that is named by anything but an id."""
    parts = _BETWEEN_WORKS.split(text)
    like = LIST_SEPARATOR.join(filter(None, (_id_like(part.lower()) for part in parts)))
    such = f", such as {like}," if re.search("[a-z]", like) else ","
    each = "give the work a row in sources.csv, with an id of its own" if len(parts) == 1 else "give each a row there"
    return f"'{text}' is not an id of sources.csv; {each}{such} and write that here"


def _not_in_list(value: Any, column: Column, _detail: Mapping[str, Any]) -> str:
    close = [*_translated(str(value), column), *near(str(value).lower(), column.choices)]
    meant = f"did you mean '{close[0]}'? It is " if close else "write "
    return f"'{value}' is not among the words of this column; {meant}one of {', '.join(column.choices)}"


def _translated(text: str, column: Column) -> list[str]:
    """The word of ours that somebody means who writes it in another language, or another word of the same."""
    name = _LISTS.get(column.name, column.name)
    ours = whole(name, text) if name in LISTS else None
    return [ours] if ours and (ours in column.choices or not column.choices) else []


def _own(value: Any, column: Column, detail: Mapping[str, Any]) -> str:
    if column.kind == "date":
        return not_a_date(str(value), str(detail["ctx"]["error"]))
    if column.name == "currency" and (meant := whole("currency", normalize("NFKC", str(value)))):
        return f"'{value}' is not a code of ISO 4217; write {meant}"
    if column.name == "currency" and within("scale", str(value)) and (meant := currency_in(str(value))):
        return f"'{value}' is not a code of ISO 4217; write {meant}, and the number in full"
    if code := _translated(str(value), column):
        return f"'{value}' is not the code of a country; write {code[0]}"
    if column.kind == "number" and isinstance(value, str):
        return not_a_number(value, column.name)
    return str(detail["ctx"]["error"])


def _not_a_number(value: Any, column: Column, _detail: Mapping[str, Any]) -> str:
    return f"'{value}' is not {_right(column)}; write digits alone, such as 2023"


def _out_of_bounds(value: Any, _column: Column, detail: Mapping[str, Any]) -> str:
    (bound, limit), *_ = detail["ctx"].items()
    return f"{value} is out of range; write a number {_BOUNDS[bound]} {limit}"


def _too_many_digits(value: Any, _column: Column, _detail: Mapping[str, Any]) -> str:
    return f"{value} has more digits than a database keeps; write up to 15"


def _too_few(value: Any, column: Column, detail: Mapping[str, Any]) -> str:
    least = detail["ctx"]["min_length"]
    return f"holds {len(value)} of the {least} it needs; write {_right(column)}, joined by | where there are several"


def _too_long(_value: Any, _column: Column, detail: Mapping[str, Any]) -> str:
    return f"is longer than {detail['ctx']['max_length']} characters; shorten it"


def _blank(_value: Any, _column: Column, _detail: Mapping[str, Any]) -> str:
    return "holds an empty text; write something, or leave it out"


def _unfit(value: Any, column: Column, _detail: Mapping[str, Any]) -> str:
    return f"{value!r} doesn't fit here; write {_right(column)}"


def _right(column: Column) -> str:
    """What belongs into a column."""
    if column.choices:
        return f"one of {', '.join(column.choices)}"
    article = "an" if column.kind == "id" else "a"
    return f"{article} {column.kind}: {column.meaning}"


_LISTS = {
    "measure": "flow",
    "reporter": "country",
    "amount_qualifier": "qualifier",
    "quantity_qualifier": "qualifier",
    "growth_qualifier": "qualifier",
}
"""The lists of foreign words for columns that have another name there."""
_BOUNDS = {"ge": "of at least", "gt": "above", "le": "of at most", "lt": "below"}

_MESSAGES: dict[str, Callable[[Any, Column, Mapping[str, Any]], str]] = {
    "missing": _missing,
    "string_pattern_mismatch": _not_an_id,
    "string_too_long": _too_long,
    "string_too_short": _blank,
    "literal_error": _not_in_list,
    "value_error": _own,
    "int_parsing": _not_a_number,
    "int_from_float": _not_a_number,
    "greater_than_equal": _out_of_bounds,
    "greater_than": _out_of_bounds,
    "less_than_equal": _out_of_bounds,
    "less_than": _out_of_bounds,
    "decimal_max_digits": _too_many_digits,
    "decimal_max_places": _too_many_digits,
    "decimal_whole_digits": _too_many_digits,
    "too_short": _too_few,
}
