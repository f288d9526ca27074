"""The command that makes a picture again."""

import shlex
from collections.abc import Mapping
from typing import Any

from bycn.pictures.printing import DPI
from bycn.spelling import as_option

_POSITIONAL = "names"


def command(given: Mapping[str, Any], name: str = "draw") -> str:
    """What somebody types to draw what `draw`, or another command, was asked for; nothing for what wasn't.

    >>> command({"names": ("Vitebsk",), "only_signed": True, "between": (2019, 2023), "layout": None})
    'bycn draw Vitebsk --only-signed --between 2019 2023'
    """
    arguments = ["bycn", name, *map(str, given.get(_POSITIONAL, ()))]
    for argument, value in given.items():
        if argument == _POSITIONAL or value in (None, False, (), "") or value == {}:
            continue
        option = as_option(argument)
        if value is True:
            arguments.append(option)
        elif argument == "params":
            arguments += [part for key, one in value.items() for part in ("-p", f"{key}={one}")]
        elif isinstance(value, str) or not isinstance(value, tuple | list):
            arguments += [option, str(value)]
        elif argument in ("between", "path"):
            arguments += [option, *map(str, value)]
        else:
            arguments += [part for one in value for part in (option, str(one))]
    return shlex.join(arguments)


def to_file(command: str, form: str, dpi: int = DPI) -> str:
    """The command with a file to write, by one name for all figures: so the same facts stay the same bytes.

    >>> to_file("bycn draw Vitebsk", "png", 600)
    'bycn draw Vitebsk --dpi 600 -o figure.png'
    """
    resolution = f" --dpi {dpi}" if form == "png" and dpi != DPI else ""
    option = "--draw" if command.startswith("bycn query ") else "-o"
    return f"{command}{resolution} {option} figure.{form}" if command else ""
