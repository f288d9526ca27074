"""Ties that rows state → facts with ids and titles; what a table states twice is one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from bycn.graph_model.dates import PartialDate
from bycn.graph_model.vocabulary import LIST_SEPARATOR, PLANS
from bycn.loaders.foreign.newcomers import slugged
from bycn.loaders.tables.table_types import KINDS

Describe = Callable[[str], tuple[str, str, str]]
"""Type, name and country of an entity."""
_TITLES = {
    "AGREEMENT": "{instrument} of {start} and {end}",
    "TWINNED_WITH": "{start} twinned with {end}",
    "CONTRACT": "{start} sells to {end}",
    "JOINT_PROJECT": "{form} of {start} and {end}",
    "COOPERATES_WITH": "{start} cooperates with {end}",
}
_FLOWS = {
    "export": "Exports of {start} to {end}",
    "import": "Imports of {end} from {start}",
    "turnover": "Trade turnover of {start} and {end}",
}
_LONGEST_TITLE = 300


class Tie(NamedTuple):
    """One tie of a row: its ends, and the cells that it alone has."""

    start: str
    end: str
    cells: dict[str, str]


@dataclass
class Statement:
    """What one row states."""

    type: str
    line: int
    parties: list[str]
    date: str = ""
    valid: str = ""
    title: str = ""
    instrument: str = ""
    status: str = ""
    goods: str = ""
    sources: str = ""
    note: str = ""
    locator: str = ""
    flow: str = ""
    reporter: str = ""
    partner: str = ""
    shared: dict[str, str] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)


class Made(NamedTuple):
    """The row of a fact, the row of its document where several facts share one, and the lines that state it."""

    cells: dict[str, str]
    document: dict[str, str]
    lines: list[int]


def ties_of(statements: Iterable[Statement], prefix: str, entity: Describe) -> list[Made]:
    """The facts that rows state, in their order."""
    found: dict[tuple[str, ...], list[Made]] = {}
    taken: dict[str, int] = {}
    for row in statements:
        many = len(row.ties) > 1 and row.type == "AGREEMENT"
        base = _unique(_slug(row, row.ties[0], many=many), taken) if many else ""
        for number, tie in enumerate(row.ties, 1):
            cells = _cells(row, tie, entity)
            key = _key(row, cells)
            if earlier := _earlier(found, key, cells):
                _join(earlier, cells, row.line)
                continue
            if many:
                cells["id"], cells["document"] = f"{prefix}/{base}-{number}", f"document/{prefix}-{base}"
            else:
                cells["id"] = f"{prefix}/{_unique(_slug(row, tie, many=False), taken)}"
            document = {}
            if many and number == 1:
                title = row.title or cells["title"]
                document = {"id": cells["document"], "title": title, "instrument": row.instrument, "date": row.date}
            found.setdefault(key, []).append(Made(cells, document, [row.line]))
    return [made for each in found.values() for made in each]


def _cells(row: Statement, tie: Tie, entity: Describe) -> dict[str, str]:
    columns = KINDS[row.type.lower()].columns
    cells = {
        "from": tie.start,
        "to": tie.end,
        "title": title_of(row, tie, entity)[:_LONGEST_TITLE],
        "status": row.status,
        "date": row.date,
        "valid": row.valid,
        "instrument": row.instrument,
        "goods": row.goods,
        "sources": row.sources,
        "note": row.note,
        "locator": row.locator,
        **row.shared,
        **tie.cells,
    }
    return {name: text for name, text in cells.items() if text and name in columns}


def title_of(row: Statement, tie: Tie, entity: Describe) -> str:
    """The title that a row gives, or one made from type and parties."""
    if row.title:
        return row.title
    start, end = entity(tie.start)[1], entity(tie.end)[1]
    if row.type == "TRADE_FLOW":
        parties = _FLOWS[tie.cells["measure"]].format(start=start, end=end)
        goods = row.goods.replace(LIST_SEPARATOR, ", ")
        parts = [
            parties,
            goods,
            row.date,
            f"as {entity(row.reporter)[1]} reports" if row.reporter else "",
            tie.cells.get("valuation", ""),
        ]
        return ", ".join(filter(None, parts))
    form = row.shared.get("form", "project").capitalize()
    instrument = (row.instrument or "document").capitalize()
    title = _TITLES[row.type].format(start=start, end=end, form=form, instrument=instrument)
    return f"{title}, {row.status}" if row.status in PLANS else title


def _slug(row: Statement, tie: Tie, *, many: bool) -> str:
    ends = [end.rpartition("/")[2] for end in (tie.start, tie.end)]
    date = tie.cells.get("date", row.date).replace("/", "--").replace("..", "open").replace("~", "")
    flow = (
        [tie.cells.get(name, "") for name in ("measure", "reporter", "valuation")] if row.type == "TRADE_FLOW" else []
    )
    what = slugged(row.goods, 30) if row.goods else ""
    named = slugged(row.title, 30) if many and row.title else ""
    where = slugged(row.locator, 30) if row.locator else ""
    return "-".join(filter(None, (*([named] if named else ends), *flow, what, date, where)))


def _unique(slug: str, taken: dict[str, int]) -> str:
    taken[slug] = taken.get(slug, 0) + 1
    return slug if taken[slug] == 1 else f"{slug}.{taken[slug]}"


def _key(row: Statement, cells: dict[str, str]) -> tuple[str, ...]:
    """By what two rows may state the same: a twinning by its ends, all else by everything but the evidence."""
    if row.type == "TWINNED_WITH":
        return (cells["from"], cells["to"])
    return tuple(text for name, text in sorted(cells.items()) if name not in ("sources", "note"))


def _earlier(found: dict[tuple[str, ...], list[Made]], key: tuple[str, ...], cells: dict[str, str]) -> Made | None:
    return next((made for made in found.get(key, ()) if agree(made.cells.get("date"), cells.get("date"))), None)


def agree(one: str | None, other: str | None) -> bool:
    """Whether two dates may be the same: one lies within the other, or isn't given."""
    if not one or not other or one == other:
        return True
    first, second = PartialDate.parse(one), PartialDate.parse(other)
    return first.lies_within(second) or second.lies_within(first)


def _join(earlier: Made, cells: dict[str, str], line: int) -> None:
    """What two rows state about one thing: the more precise date, all sources and notes."""
    kept = earlier.cells
    dates = [date for date in (kept.get("date"), cells.get("date")) if date]
    if dates:
        kept["date"] = min(dates, key=lambda date: (_days(date), dates.index(date)))
        if kept["status"] == "in_force":
            kept["status"] = cells["status"]
    for name, sign in (("sources", LIST_SEPARATOR), ("note", "; ")):
        texts = [text for row in (kept, cells) for text in row.get(name, "").split(sign) if text]
        if texts:
            kept[name] = sign.join(dict.fromkeys(texts))
    for name, text in cells.items():
        kept.setdefault(name, text)
    earlier.lines.append(line)


def _days(text: str) -> tuple[int, str]:
    """How long a date is: what has an open side is longest."""
    date = PartialDate.parse(text)
    if date.start is None or date.end is None:
        return (1, text)
    return (0, f"{int(date.end.replace('-', '')) - int(date.start.replace('-', '')):09}")
