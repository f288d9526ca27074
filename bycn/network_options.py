"""What the commands that look at the network as a whole have in common."""

import click

from bycn.keyword_filters import Counting
from bycn.options import gathered
from bycn.parameter_types import whole_number
from bycn.queries.networks import MAX_FACTS

WHAT_TIES = """\
\b
Ties are counted between two entities, each pair once, whatever the direction.
Figures (INDICATOR) are no ties. Structure (LOCATED_IN, PART_OF) counts --with-structure,
events and memberships --with-events; a type named with --type counts in any case.
Belarus and China are left out unless --through-countries: everything is tied to them."""


tie_options = gathered(
    "counting",
    Counting,
    click.option("--with-events", is_flag=True, help="Count events and memberships too."),
    click.option("--with-structure", is_flag=True, help="Count what lies in what, too."),
    click.option("--through-countries", is_flag=True, help="Keep Belarus and China themselves."),
    click.option(
        "--max-facts",
        type=whole_number(1),
        default=MAX_FACTS,
        show_default=True,
        help="Refuse a larger graph than this.",
    ),
)
"""Add what counts as a tie, as `counting`."""
