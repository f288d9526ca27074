"""Arguments as the command line spells them."""

_OPTIONS = {
    "count": "-k",
    "each_fact": "--facts",
    "each_member": "--members",
    "every_shortest": "--all",
    "everything": "--all",
    "params": "--param",
    "partner": "--with",
    "seconds": "--timeout",
}
"""Options that are called otherwise than the argument of Python."""


def as_option(argument: str, value: object = None) -> str:
    """An argument as an option.

    >>> as_option("max_facts"), as_option("exact", value=True), as_option("least", value=1)
    ('--max-facts', '--exact', '--least 1')
    """
    option = _OPTIONS.get(argument) or f"--{argument.replace('_', '-')}"
    return option if value is None or value is True else f"{option} {value}"
