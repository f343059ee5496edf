"""What every result has in common: how it shows itself in a notebook, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from flessenhals.constraints.constraint import Constraint

if TYPE_CHECKING:
    from pandas import DataFrame

    from flessenhals.solver.plan.plan import Plan

    Language = Literal["en", "nl"]


def plain(value: object) -> object:
    """A value as JSON has it: an exact number as a float, a constraint as its label, what is several as a list."""
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Constraint):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, list | tuple) else value


def plain_rows(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of a table with values as JSON has them."""
    return [{key: plain(value) for key, value in row.items()} for row in rows]


def frame_of(data: Any, **how: Any) -> DataFrame:  # noqa: ANN401 - whatever pandas makes a frame of
    """A pandas frame of figures, exact ones as floats.

    Args:
        data: rows, or columns by name.
        how: `index` and `columns`, as pandas has them.
    """
    import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

    figures: Any = plain(data)
    return pd.DataFrame(figures, **how)


def shown(number: Fraction) -> str:
    """A figure on one line, to six digits."""
    return f"{float(number):,.6g}"


def under(plan: Plan) -> str:
    """The scenario that a plan is read under, behind its id."""
    return f" ({plan.scenario})" if plan.scenario else ""


class Presenter(Protocol):
    """Whoever tells results to people; the face sets one, because words and charts stand above the solver."""

    def html(self, found: Finding) -> str:
        """A result as the tables that people read, with the sentences that go with them."""

    def frame(self, found: Finding, language: Language) -> DataFrame:
        """The first of these tables as a pandas frame, with names and headings for people."""

    def chart(self, found: Finding, name: str | None, language: Language) -> Any:  # noqa: ANN401 - a chart is not known here
        """One of the charts of a result."""


class Finding:
    """What a question comes to. A dataclass that is one says `repr=False`, so that this short one is kept."""

    presenter: ClassVar[Presenter | None] = None

    def record(self) -> dict[str, Any]:
        """The result with exact figures and the keys of the JSON output: every other form is made from this record."""
        raise NotImplementedError

    def rows(self) -> list[dict[str, Any]]:
        """The rows of its table, with exact figures."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The result as plain data with the keys of the JSON output; amounts as floats, in the plan's unit."""
        return {key: plain(value) for key, value in self.record().items()}

    def records(self) -> list[dict[str, Any]]:
        """The rows of its table as in CSV; amounts as floats, in the plan's unit."""
        return plain_rows(self.rows())

    def to_dict_as_read(self) -> dict[str, Any]:
        """The keys of the JSON output, with what may not fit in memory made as it is read: for writing it to a file."""
        return self.to_dict()

    def records_as_read(self) -> Iterator[dict[str, Any]]:
        """The records of the CSV output, made one at a time."""
        return iter(self.records())

    def headline(self) -> str:
        """What it is about and comes to, on one line."""
        raise NotImplementedError

    def frame(self, lang: Language | None = None) -> DataFrame:
        """The result as a pandas frame.

        Args:
            lang: `en` or `nl` for the table that people read, with its names and headings; None for the keys of the
                JSON output.
        """
        return self._frame() if lang is None else self._shown().frame(self, lang)

    def chart(self, name: str | None = None, lang: Language = "en") -> Any:  # noqa: ANN401 - a chart is not known here
        """A chart of the result, which shows itself in a notebook; `svg()`, `png()` and `to_dict()` give it away.

        Args:
            name: which of its charts, as behind `--chart`; None for the usual one.
            lang: of its texts and numbers.

        Raises:
            ValueError: if it has no chart of that name.
        """
        return self._shown().chart(self, name, lang)

    def _frame(self) -> DataFrame:
        """The records as a frame, with their ids as index."""
        frame = frame_of(self.rows())
        return frame.set_index("id") if "id" in frame else frame

    def _shown(self) -> Presenter:
        if self.presenter is None:
            raise RuntimeError("import flessenhals.notebook, which tells results to people")
        return self.presenter

    def _repr_html_(self) -> str:
        return self._shown().html(self)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self.headline()}>"
