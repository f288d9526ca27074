"""What all answers of an open graph have: remarks on how they came about, and that their facts can be drawn."""

from dataclasses import replace

from bycn.graph_model.messages import Advice
from bycn.notebook.asking import on_names
from bycn.notebook.pictures import Pictures
from bycn.queries.answers import Answer
from bycn.queries.filters import NO_FILTERS, Filters
from bycn.queries.resolving import Place


class Answering(Pictures):
    """An engine whose answers are complete."""

    def _remarked(
        self,
        answer: Answer,
        filters: Filters = NO_FILTERS,
        *places: Place,
        nothing: str | None = None,
        found: bool | None = None,
        remedy: tuple[str, str] | None = None,
    ) -> Answer:
        """An answer with what to know about it: how names were taken, what has no time, and what wasn't found.

        Whether something was found is told by its rows, unless `found` says so. A `remedy` says what may help where
        nothing was found, with `{}` for the argument that is named with it.
        """
        remarks = [*on_names(places), *answer.remarks, *self._without_time(filters)]
        if nothing and not (answer.rows if found is None else found):
            by_filters = (
                f"; only facts that fit the filters count ({filters.in_words()})" if filters != NO_FILTERS else ""
            )
            remarks.append(Advice(nothing + by_filters, *remedy) if remedy else nothing + by_filters)
        return replace(answer, remarks=remarks, places=places or answer.places, filters=filters, drawn_by=self.draw)
