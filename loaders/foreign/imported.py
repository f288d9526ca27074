"""What an import gives: rows of ours, questions, problems and remarks."""

from dataclasses import dataclass, field

from bycn.graph_model.errors import Problem
from bycn.graph_model.folding import word_key
from bycn.loaders.foreign.recipe import Question, Recipe

TYPES = ("TWINNED_WITH", "AGREEMENT", "CONTRACT", "TRADE_FLOW", "JOINT_PROJECT", "COOPERATES_WITH")
"""What rows of a foreign table may become."""


@dataclass
class Imported:
    """What an import gives."""

    recipe: Recipe
    understanding: list[tuple[str, str, str, str, str, str]] = field(default_factory=list)
    """File, column, what it means, and three of its cells."""
    questions: dict[tuple[str, str], Question] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    """Places, each with why it gave no fact."""
    remarks: list[str] = field(default_factory=list)
    _shared: set[tuple[object, ...]] = field(default_factory=set)
    rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    """The rows of our tables, by table."""
    waiting: int = 0
    """How many rows wait for answers."""

    def ask(self, question: Question) -> None:
        """Note a question; one that was asked already holds one row more."""
        self.questions.setdefault((question.section, word_key(question.key)), question)

    def remark(self, text: str) -> None:
        """Note something, once."""
        if text not in self.remarks:
            self.remarks.append(text)

    def add(self, table: str, cells: dict[str, str]) -> None:
        """Add a row of ours, without its empty cells."""
        self.rows.setdefault(table, []).append({name: text for name, text in cells.items() if text})

    def add_once(self, table: str, cells: dict[str, str]) -> None:
        """Add a row that several tables may share, such as a source."""
        row = (table, *sorted(cells.items()))
        if row not in self._shared:
            self._shared.add(row)
            self.add(table, cells)

    @property
    def facts(self) -> int:
        """How many facts were made."""
        names = {name.lower() for name in TYPES}
        return sum(len(rows) for table, rows in self.rows.items() if table in names)
