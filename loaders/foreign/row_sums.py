"""The sums of one row of a foreign table: money and quantities, as cells of ours."""

from collections.abc import Iterator
from decimal import Decimal

from bycn.graph_model.folding import fold
from bycn.graph_model.vocabulary import CURRENCIES
from bycn.loaders.foreign.cells import Cells
from bycn.loaders.foreign.columns import Column
from bycn.loaders.foreign.recipe import Question
from bycn.loaders.foreign.sums import Sum, currency_in, factor_in, read_sum, sign_in
from bycn.loaders.foreign.values import Unclear, bare
from bycn.loaders.foreign.words import whole, within
from bycn.loaders.tables.spreadsheet_errors import is_error

MONEY = ("amount", "cif", "fob", "export", "import", "turnover")
SUMS = (*MONEY, "quantity")
_NUMBER = "write digits, such as 1500000 or 2.5"
_ROUBLES = ("BYN", "BYR", "RUB")


class CellsWithSums(Cells):
    """The cells of a row, and the sums that they hold."""

    def _sums(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The sums of the row by the role of their column, each as cells of ours."""
        found = {role: cells for role in MONEY if (cells := self._measured(role))}
        quantity = self._measured("quantity")
        total = found.get("amount", {}).get("amount")
        same = [role for role in ("cif", "fob") if found.get(role, {}).get("amount") in (total, "0")]
        if total and any(found[role]["amount"] == total for role in same):
            del found["amount"]
        for role in same:
            if role in found and found[role]["amount"] == "0" != total:
                del found[role]
        for n, (role, cells) in enumerate(found.items() or [("amount", {})]):
            yield role, {**cells, **(quantity if n == 0 else {})}

    def _measured(self, role: str) -> dict[str, str]:
        for column, text in self._of(role):
            if not bare(text) or is_error(text):
                continue
            asked = self._table.signs.get(column.index)
            sign = sign_in(text, asked) if self._table.grid.real_numbers else asked
            try:
                found = read_sum(text, sign, self._factor(column))
            except Unclear as unclear:
                if asked is None and "may have" in str(unclear):
                    self.waits = True
                else:
                    self._wrong(column, f"{unclear}; {_NUMBER}")
                continue
            if found.strange and (role != "quantity" or within("unit", found.beside)):
                self._wrong(
                    column, f"'{text}' says '{found.strange}' beside the number, which isn't understood; {_NUMBER}"
                )
                continue
            if role != "quantity" and (unit := within("unit", found.beside)):
                self._wrong(column, f"'{text}' is counted in {unit}: no sum of money; give it a column of its own")
                continue
            return self._quantity(found, column) if role == "quantity" else self._amount(found, column)
        return {}

    def _factor(self, column: Column) -> Decimal:
        caption = self._table.caption if column.role != "quantity" else ""
        return factor_in(column.name if within("scale", column.name) else caption)

    def _amount(self, found: Sum, column: Column) -> dict[str, str]:
        text = self._text("currency")
        currency = (whole("currency", text) or text.upper()) if text else None
        beside = currency_in(found.beside)
        if currency and beside and currency != beside:
            self._wrong(column, f"is in {beside}, but the column of currencies says {currency}; write one of them")
        currency = currency or beside or currency_in(column.name) or self._default("currency")
        currency = currency or currency_in(self._table.caption)
        if not currency:
            self._ask(
                Question("defaults", "currency", f"in which currency is {column.name}?", ("USD", "EUR", "CNY", "BYN"))
            )
        elif currency not in CURRENCIES:
            at = self._first("currency") or column
            self._wrong(at, f"'{currency}' is not a currency known here; write its ISO 4217 code")
        elif currency not in _ROUBLES and within("roubles", found.beside):
            self._wrong(column, f"is in roubles, but is said to be in {currency}; write one of them")
        qualifier = found.qualifier or self._word("qualifier")
        return filled(
            amount=_digits(found.value),
            amount_max=_digits(found.top),
            amount_qualifier="" if qualifier == "exact" else qualifier,
            currency=currency,
        )

    def _quantity(self, found: Sum, column: Column) -> dict[str, str]:
        text = self._text("unit")
        unit = (self._table.recipe.words("unit").get(fold(text)) or whole("unit", text) or text) if text else None
        beside = within("unit", found.beside) or found.strange
        if unit and beside and unit != beside:
            self._wrong(column, f"is in {beside}, but the column of units says {unit}; write one of them")
        unit = unit or beside or within("unit", column.name) or self._default("unit")
        if not found.value or not bare(unit or "x"):
            return {}
        if not unit:
            self._ask(Question("defaults", "unit", f"in which unit is {column.name}?", ("t", "kg", "pieces")))
        return filled(
            quantity=_digits(found.value),
            quantity_max=_digits(found.top),
            quantity_qualifier=found.qualifier,
            unit=unit,
        )


def filled(**cells: str | None) -> dict[str, str]:
    """The cells that aren't empty."""
    return {name: text for name, text in cells.items() if text}


def _digits(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"
