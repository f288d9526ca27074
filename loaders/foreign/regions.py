"""Oblasts and provinces beside the parties of a foreign table: which they are, and what lies in them."""

from collections.abc import Callable
from dataclasses import dataclass

from bycn.graph_model.containment import Containment
from bycn.graph_model.graph import Graph
from bycn.graph_model.names import AmbiguousName, UnknownName
from bycn.graph_model.properties import FIRST_LEVEL_TYPES, is_first_level

_PLACED = frozenset({"city", "district"})
"""What lies in one region alone; a body may have its seat elsewhere."""
_FORMS = ("{}", "{} область", "{} вобласць", "{} Region", "{} Province", "{}州", "{}省")
"""As a column of regions may name one: by its city, or by the adjective alone."""


@dataclass
class Regions:
    """The regions of a graph, by the names that columns of regions have."""

    graph: Graph
    containment: Containment
    meant: Callable[[str], str | UnknownName | AmbiguousName]

    def named(self, text: str) -> str | None:
        """The id of the region that a cell names."""
        found = self.meant(text) if text else None
        names = (text, self.graph.entities[found].name) if isinstance(found, str) else (text,)
        forms = (form.format(name) for name in filter(None, names) for form in _FORMS)
        return next((id_ for form in forms if (id_ := self._one(form))), None)

    def _one(self, text: str) -> str | None:
        found = self.meant(text)
        ids = [found] if isinstance(found, str) else [c.id for c in getattr(found, "candidates", ())]
        regions = [id_ for id_ in ids if self._is_region(id_)]
        return regions[0] if len(regions) == 1 else None

    def _is_region(self, id_: str) -> bool:
        return self.graph.entities[id_].type in FIRST_LEVEL_TYPES

    def holds(self, region: str, id_: str) -> bool:
        """Whether something lies in a region."""
        return region in self.containment.holders(id_)

    def is_first_level(self, id_: str) -> bool:
        """Whether something is an oblast, a province, or Minsk."""
        return is_first_level(self.graph.entities[id_])

    def is_other(self, region: str, other: str) -> bool:
        """Whether both are regions, and not the same."""
        return self._is_region(other) and region != other

    def contradicts(self, region: str | None, id_: str) -> str | None:
        """The region in which a city or district lies, where it is another one."""
        if region is None or id_ not in self.graph.entities or self.graph.entities[id_].type not in _PLACED:
            return None
        others = sorted(filter(self._is_region, self.containment.holders(id_)))
        return None if not others or region in others else others[0]
