"""What all commands have in common as click sees them: options in groups, and periods of one date."""

import re

import click

GROUPS = {
    "Filters": "show-cypher type exclude between as-of status only-signed sector source exclude-source",
    "Output": "format output force bom full columns sort limit color pager",
    "Which data": "data only-data queries",
    "Neo4j": "uri database user password-file",
}
"""The options that many commands share, in the groups in which help shows them; the others come first."""
_GROUP_OF = {option: group for group, options in GROUPS.items() for option in options.split()}
_DATE = re.compile(r"(\d{4}|\.\.)[\d/.~-]*")


class Command(click.Command):
    """A command whose help has its options in groups, and that takes one date for a period."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the arguments; `--between 2019` means that year, as `--between 2019 2019` does."""
        for option in self.params:
            if isinstance(option, click.Option) and option.envvar is None:
                option.envvar = f"{ctx.auto_envvar_prefix}_{_long(option).replace('-', '_').upper()}"
        try:
            return super().parse_args(ctx, _with_whole_periods(args))
        except click.UsageError as error:
            if "unexpected extra argument" not in error.message:
                raise
            raise click.UsageError(f"{error.message}. A name of several words is put in quotes.", ctx) from None

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options that are special to the command, then each group of those that many have."""
        groups: dict[str, list[tuple[str, str]]] = {"Options": [], **{name: [] for name in GROUPS}}
        for parameter in self.get_params(ctx):
            if isinstance(parameter, click.Option) and (record := parameter.get_help_record(ctx)):
                groups[_GROUP_OF.get(_long(parameter), "Options")].append(record)
        for name, records in groups.items():
            if records:
                with formatter.section(name):
                    formatter.write_dl(records)


class Group(click.Group):
    """Commands by one name, each of which is a command like all."""

    command_class = Command


def _long(option: click.Option) -> str:
    """The name that an option is known by: its variable is named after that, whatever the command calls its value."""
    return max(option.opts, key=len).lstrip("-")


def _with_whole_periods(args: list[str]) -> list[str]:
    """Arguments with both dates of each period."""
    whole: list[str] = []
    for place, arg in enumerate(args):
        option, equals, value = arg.partition("=")
        if arg == "--":
            return [*whole, *args[place:]]
        if option == "--between" and equals:
            whole += [option, value]
        else:
            whole.append(arg)
        begun = option == "--between" and equals
        after_option = place > 0 and args[place - 1] == "--between"
        following = args[place + 1] if place + 1 < len(args) else ""
        if (begun or after_option) and not _DATE.fullmatch(following):
            whole.append(whole[-1])
    return whole
