"""bycn: the property graph of Belarus–China cooperation.

In a notebook or script:

>>> import bycn
>>> graph = bycn.open_graph()
>>> answer = graph.connections("Витебск", to="province")
>>> "Heilongjiang" in [row["name"] for row in answer]
True

`open_graph` returns an `OpenGraph`, whose methods return an `Answer` each; `draw` returns a `Picture`.
"""

import os
import sys
from importlib.machinery import ModuleSpec, PathFinder

TYPE_CHECKING = False  # as type checkers know it; `typing` itself takes longer to import than all else here
if TYPE_CHECKING:
    from bycn.graph_model.errors import BycnError
    from bycn.graph_model.version import VERSION as __version__  # noqa: N811
    from bycn.notebook import OpenGraph, open_graph
    from bycn.pictures.picture import Picture
    from bycn.queries.answers import Answer

__all__ = ["Answer", "BycnError", "OpenGraph", "Picture", "__version__", "open_graph"]

_HOMES = {
    "Answer": ("bycn.queries.answers", "Answer"),
    "BycnError": ("bycn.graph_model.errors", "BycnError"),
    "OpenGraph": ("bycn.notebook", "OpenGraph"),
    "Picture": ("bycn.pictures.picture", "Picture"),
    "__version__": ("bycn.graph_model.version", "VERSION"),
    "open_graph": ("bycn.notebook", "open_graph"),
}
"""Where each public name lives: it is imported when first used."""

_ROOMS = ("bycn.graph_model", "bycn.loaders", "bycn.queries", "bycn.cypher")


class _Checkout:
    """Finds the rooms of a plain checkout, where they are next to this folder; installed ones are inside it."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """The room of that name."""
        return PathFinder.find_spec(name, [_BESIDE]) if name in _ROOMS else None


def _is_checkout(folder: str) -> bool:
    try:
        with open(os.path.join(folder, "pyproject.toml"), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - pathlib is slow to import
            return 'name = "bycn"' in file.read().splitlines()
    except OSError:
        return False


_BESIDE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
if _is_checkout(_BESIDE):
    sys.meta_path.append(_Checkout)


def __dir__() -> list[str]:
    return sorted(__all__)


if not TYPE_CHECKING:  # so that a checker knows the names above, and no others

    def __getattr__(name: str) -> object:
        import importlib

        if name not in _HOMES:
            raise AttributeError(f"module 'bycn' has no attribute '{name}'; it has {', '.join(__all__)}")
        module, attribute = _HOMES[name]
        return getattr(importlib.import_module(module), attribute)
