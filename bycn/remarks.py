"""What commands tell besides the data: how a name was taken, and what a filter left out."""

from bycn.loaders.engine import Engine
from bycn.output import say
from bycn.queries.filters import Filters
from bycn.queries.resolving import Place, resolve_place


def place_of(engine: Engine, name: str, *, exact: bool) -> Place:
    """The entity that NAME means, widened to its region where it is a bare city name; that is said."""
    place = resolve_place(engine, name, exact=exact)
    if place.remark:
        say(place.remark)
    return place


def time_remarks(engine: Engine, filters: Filters) -> list[str]:
    """How many facts `--as-of` leaves out because they have no time at all."""
    from bycn.queries.overview import without_time

    count = without_time(engine) if filters.as_of else 0
    return [f"{count} facts have neither date nor validity and are left out"] if count else []
