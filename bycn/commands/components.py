"""`bycn components`."""

from typing import Any

import click

from bycn.options import examples, output_options
from bycn.output import print_answer
from bycn.ties import WHAT_TIES, tie_options, ties_from


@click.command(
    "components",
    help=f"The pieces of the network that no tie joins to each other, largest first.\n\n{WHAT_TIES}",
    epilog=examples(
        "bycn components",
        "bycn components --type TWINNED_WITH --members",
    ),
)
@click.option("--members", "each_member", is_flag=True, help="One row an entity.")
@tie_options
@output_options
def command(*, each_member: bool, format_: str | None, **options: Any) -> None:
    """The pieces of the network that no tie joins to each other."""
    from bycn.queries.groups import components

    print_answer(components(ties_from(options), each_member=each_member), format_)
