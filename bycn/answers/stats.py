"""`bycn stats` for people: the totals, then entities by type and country, facts by type and status."""

from collections.abc import Mapping, Sequence

from bycn.answers import words
from bycn.answers.page import Page
from bycn.answers.pieces import DIM, FACT, PLAN, legend, piece
from bycn.answers.printing import Asked
from bycn.answers.table import Row
from bycn.graph_model.counting import counted
from bycn.graph_model.vocabulary import STATUSES
from bycn.queries import fact_words


def fill(page: Page, asked: Asked) -> None:
    """Add the answer."""
    entities, facts = ([row for row in asked.whole if row["what"] == what] for what in ("entities", "facts"))
    plans = sum(row["count"] for row in facts if fact_words.is_plan({"status": row["detail"]}))
    doubtful = sum(row["doubtful"] or 0 for row in facts)
    holding = _total(facts) - plans
    page.say(
        f"{counted(_total(entities), 'entity')}, "
        f"{counted(holding, 'fact')}{legend(FACT)}, {counted(plans, 'plan')}{legend(PLAN)}; "
        f"{doubtful:,} of these facts and plans aren't stated outright by their source."
    )
    entities, facts = ([row for row in asked.answer if row["what"] == what] for what in ("entities", "facts"))
    page.blank()
    countries = {row["detail"] for row in entities}
    _by(page, entities, {code: name for code, name in words.COUNTRIES.items() if code in countries})
    page.blank()
    known = [status for status in STATUSES if any(row["detail"] == status for row in facts)]
    _by(page, facts, {status: fact_words.status_in_words(status) for status in known})


def _total(rows: Sequence[Row]) -> int:
    return sum(row["count"] for row in rows)


def _by(page: Page, rows: Sequence[Row], columns: Mapping[str, str]) -> None:
    """One line a type, the largest first, with a column for each detail and one for all."""
    if not rows:
        return
    types = {type_: [row for row in rows if row["type"] == type_] for type_ in {row["type"] for row in rows}}
    lines = []
    for type_, own in sorted(types.items(), key=lambda item: (-_total(item[1]), item[0])):
        numbers = [_total(own), *(_total([row for row in own if row["detail"] == detail]) for detail in columns)]
        name = fact_words.type_in_words(type_) if rows[0]["what"] == "facts" else type_.replace("_", " ")
        lines.append([piece(name), *(piece(f"{number:,}" if number else "") for number in numbers)])
    header = [piece(name, DIM) for name in (rows[0]["what"], "all", *columns.values())]
    page.grid(lines, header=header, right=[False] + [True] * (len(columns) + 1))
