"""Questions in Cypher: the canned ones, and any other that reads and nothing else."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from bycn.keyword_filters import Words, parted
from bycn.notebook.answering import Answering
from bycn.queries import read_only
from bycn.queries.answers import Answer
from bycn.queries.filters import Filters

if TYPE_CHECKING:
    from bycn.queries.library import Library, Runnable


class CypherQuestions(Answering):
    """The canned questions, and Cypher of your own."""

    def queries(self, subject: str | None = None) -> Answer:
        """The canned questions, or those of a subject such as `trade`, with the parameters that they take.

        >>> "twinnings/of_place" in [row["name"] for row in graph.queries("twinnings")]
        True

        """
        from bycn.queries.library import listed

        return listed(self.library(), subject)

    def find_queries(self, words: str) -> Answer:
        """Canned questions by words of their title, question, columns or subject, the nearest first.

        >>> "twinnings/of_place" in [row["name"] for row in graph.find_queries("sister cities")]
        True

        """
        from bycn.queries.finding import find

        return self._remarked(find(self.library(), words), nothing=f"no question is about {words}")

    def ask(
        self, question: str, params: Mapping[str, Any] | None = None, /, *, exact: bool = False, **given: Any
    ) -> Answer:
        """Ask a canned question by its name: its parameters and the filters are given alongside each other.

        A parameter that has the name of a filter goes first; `params` keeps parameters apart from filters.

        >>> answer = graph.ask("twinnings/of_place", entity="Vitebsk", only_signed=True)
        >>> len(answer.fact_ids()) > 0
        True

        Raises:
            UnknownQuestion: there is none of that name.
            WrongParameter: it doesn't take this parameter, this value, or filters.

        """
        from bycn.queries.library import ask

        library = self.library()
        values, asked = self._values_and_filters(library, question, params, given)
        return self._remarked(ask(self.engine, question, values, filters=asked, exact=exact, library=library), asked)

    def cypher(
        self, question: str, params: Mapping[str, Any] | None = None, /, *, exact: bool = False, **given: Any
    ) -> "Runnable":
        """What `ask` would run: the `text` of a canned question with its filters, and the `values` it takes.

        >>> graph.cypher("twinnings/of_place", entity="Vitebsk").values["entity"]
        'BY-VI'

        """
        from bycn.queries.library import bound

        library = self.library()
        values, asked = self._values_and_filters(library, question, params, given)
        return bound(self.engine, library.find(question), values, filters=asked, exact=exact)

    def query(
        self,
        cypher: str,
        *,
        params: Mapping[str, Any] | None = None,
        seconds: float = read_only.SECONDS,
        limit: int = read_only.ROWS,
    ) -> Answer:
        """Ask in Cypher of your own, read-only: at most `limit` rows, and a remark where there are more.

        >>> graph.query("MATCH (p:Province {id: $id}) RETURN p.name AS name", params={"id": "CN-HL"}).rows
        [('Heilongjiang',)]

        """
        answer = read_only.run_query(self.engine, cypher, params, seconds=seconds, limit=limit)
        return self._remarked(answer, nothing="no rows")

    def export_queries(self, folder: str | Path, *, force: bool = False) -> None:
        """Write the canned questions for Neo4j Browser's saved scripts. See `bycn queries export`.

        Raises:
            FileExists: the folder isn't empty and `force` isn't given, or it holds what no export wrote.

        """
        from bycn.atomic_write import write_folder
        from bycn.exports.saved_scripts import write

        write_folder(lambda draft: write(self.engine, self.library(), draft), Path(folder), force=force)

    def _values_and_filters(
        self, library: "Library", question: str, params: Mapping[str, Any] | None, given: Mapping[str, Any]
    ) -> tuple[Mapping[str, Any], Filters]:
        """The values of a question's parameters, and the filters."""
        if params is not None:
            return params, self._filters(cast("Words", given))
        values, words = parted(given, [parameter.name for parameter in library.find(question).header.parameters])
        return values, self._filters(words)
