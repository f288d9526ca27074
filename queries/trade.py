"""What is traded: flows and contracts, and what they add up to."""

from collections.abc import Iterator

from bycn.graph_model.counting import counted
from bycn.graph_model.numbers import as_number
from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine, Record
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.filters import NO_FILTERS, Filters, filtered
from bycn.queries.remarks import OnSums, Remark
from bycn.queries.sums import PER, Total, measured_in, totals

COLUMNS = (
    "row",
    "date",
    "status",
    "from",
    "to",
    "measure",
    "reporter",
    "valuation",
    "goods",
    *MEASURED,
    "title",
    "sources",
    "fact",
    "facts",
)

WITH_GAPS = ", with gaps between their periods"
"""What a sum says whose periods leave out some of the time from its first day to its last."""


def trade(
    engine: Engine,
    party: str,
    *,
    partner: str | None = None,
    good: str | None = None,
    joined: bool = False,
    filters: Filters = NO_FILTERS,
) -> Answer:
    """The flows and contracts of `party` (an id) and of all that is inside it, plans last, then their sums.

    With `partner` only those between the two, with `good` only those that name it. Amounts and quantities are given as
    reported, with their "over" or "about"; sums follow `bycn.queries.sums`, each period's or `joined`, and what they
    leave out is remarked.
    """
    name, parties = "trade/of_party", {"entity": party, "alone": False}
    if partner is not None:
        name, parties = "trade/between", {"first": party, "second": partner}
    found = engine.run(*filtered(statement(name), filters, good=good, limit=EVERY_ROW, **parties))
    sums = totals_of(engine, [record["fact"] for record in found], joined=joined, filters=filters)
    rows = [_fact_row(record) for record in found]
    rows += [_sum_row(total, found) for total in sums if total.value is not None]
    remarks: list[Remark] = [remark for total in sums for remark in _remarks(total)]
    return Answer.of(COLUMNS, rows, remarks, engine=engine)


def totals_of(engine: Engine, facts: list[str], *, joined: bool = False, filters: Filters = NO_FILTERS) -> list[Total]:
    """What flows and contracts (ids) add up to, by the rule of `bycn.queries.sums`; of works, as these tell them."""
    return totals(measured_in(engine.run(*filtered(statement("lookups/measured"), filters, ids=facts))), joined=joined)


def _fact_row(record: Record) -> Record:
    return record | {"row": "flow" if record["measure"] else "contract", "facts": None}


def _sum_row(total: Total, found: list[Record]) -> Record:
    """A sum, with whose trade it adds up: the rest of a country's isn't in what its regions sell."""
    what, count = total.what, len(total.added)
    pairs = dict.fromkeys(f"{record['from']} – {record['to']}" for record in found if record["fact"] in total.added)
    return dict.fromkeys(COLUMNS) | {
        "row": "sum",
        "date": _days(total),
        "status": "planned" if total.planned else None,
        "measure": total.measure,
        "reporter": total.statistics.reporter or None,
        "valuation": total.statistics.valuation or None,
        "goods": list(total.goods) or None,
        what: as_number(total.value),
        f"{what}_max": as_number(total.most),
        f"{what}_qualifier": total.qualifier,
        PER[what]: total.per,
        "title": f"{counted(count, 'fact')} added up{WITH_GAPS if total.gaps else ''}: {', '.join(pairs)}",
        "facts": list(total.added),
    }


def _days(total: Total) -> str | None:
    if total.first == total.last:
        return total.first
    return f"{total.first or '..'}/{total.last or '..'}"


def _remarks(total: Total) -> Iterator[OnSums]:
    several = total.measure if total.measure == "turnover" else f"{total.measure}s"
    of = f"{'planned ' if total.planned else ''}{several}{' of ' if total.scope else ''}{', '.join(total.scope)}"
    of += f" in {total.per}"
    if any(total.statistics):
        of += f" by {' '.join(filter(None, total.statistics))}"
    if total.overlapping:
        yield OnSums("overlapping", of, _days(total), total.overlapping)
    if total.held:
        yield OnSums("held", of, _days(total), total.held)
    if total.contradicted:
        yield OnSums("contradicted", of, _days(total), total.contradicted)
    if total.gaps:
        yield OnSums("gaps", of, _days(total), total.gaps)
