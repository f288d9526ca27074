"""What happened when."""

from bycn.loaders.cypher_files import statement
from bycn.loaders.engine import Engine
from bycn.queries.amounts import MEASURED
from bycn.queries.answers import EVERY_ROW, Answer
from bycn.queries.filters import NO_FILTERS, Filters, filtered

COLUMNS = (
    *("date", "valid", "announced", "status", "type", "from", "to", "title"),
    *MEASURED,
    *("sources", "fact"),
)


def timeline(engine: Engine, party: str, filters: Filters = NO_FILTERS) -> Answer:
    """The facts of `party` (an id) and of all that is inside it, in order of date; what has none comes last.

    A fact without a date is placed at the beginning of its validity, a plan without either on the day it was announced.
    """
    asked = filtered(statement("time/timeline"), filters, entity=party, on_from=None, on_to=None, limit=EVERY_ROW)
    return Answer.of(COLUMNS, engine.run(*asked), engine=engine)
