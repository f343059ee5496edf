"""How results show themselves in a notebook: as the tables and charts that every other format has too.

Importing it is enough: `api` and its like do.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from flessenhals.solver.plan.finding import Finding
from flessenhals.terminal.language import asked

if TYPE_CHECKING:
    from pandas import DataFrame

    from flessenhals.briefing.charts.frame import Spec
    from flessenhals.briefing.registry import Told
    from flessenhals.briefing.text.language import Language


@dataclass(frozen=True, repr=False)
class Chart:
    """A chart that shows itself in a notebook.

    Attributes:
        spec: as Vega-Lite.
        language: of its texts and numbers.
    """

    spec: Spec
    language: Language

    def to_dict(self) -> dict[str, Any]:
        """The Vega-Lite specification."""
        return self.spec

    def svg(self) -> str:
        """The chart as an SVG image.

        Raises:
            MissingExtraError: if what draws charts is not installed.
            DrawingError: if it broke off.
        """
        from flessenhals.briefing.charts.drawing import as_svg  # noqa: PLC0415 - for images alone

        return as_svg(self.spec, self.language)

    def png(self) -> bytes:
        """The chart as a PNG image.

        Raises:
            MissingExtraError, DrawingError: as `svg`.
        """
        from flessenhals.briefing.charts.drawing import as_png  # noqa: PLC0415 - for images alone

        return as_png(self.spec, self.language)

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return {"application/vnd.vegalite.v5+json": self.spec, "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<Chart: {self.spec.get('description', '')}>"


class Notebook:
    """Tells results in the words of `briefing`; all of it is imported when it is first asked."""

    def html(self, found: Finding) -> str:
        """A result as its tables, in the language of FLESSENHALS_LANG, or else in English."""
        table_html = import_module("flessenhals.briefing.text.table_html")
        told: str = table_html.html(_registry().tables(found, asked([])))
        return told

    def frame(self, found: Finding, language: Language) -> DataFrame:
        """The first table as a frame: names as index, numbers as floats, without totals and bars."""
        import pandas as pd  # noqa: PLC0415 - it takes longer to import than everything else together

        registry = _registry()
        table = registry.of_lines(registry.tables(found, language))
        places = [place for place, column in enumerate(table.columns) if column.kind != "bar"]
        rows = [[_plain(row.cells[place]) for place in places] for row in table.rows if row.role == "line"]
        frame = pd.DataFrame(rows, columns=[table.columns[place].heading for place in places])
        return frame.set_index(frame.columns[0]) if places else frame

    def chart(self, found: Finding, name: str | None, language: Language) -> Chart:
        """One of a result's charts, or the bars of its first table.

        Raises:
            ValueError: if it has no chart of that name.
        """
        charts = _registry().charts(cast("Told", found))
        if name is not None and name not in charts:
            raise ValueError(f"a {type(found).__name__} has no chart {name!r}: {', '.join(charts)}")
        return Chart(next(iter(charts.values()))(language) if name is None else charts[name](language), language)


Finding.presenter = Notebook()


def _plain(cell: object) -> object:
    return float(cell) if isinstance(cell, Fraction) else cell


def _registry() -> Any:  # noqa: ANN401 - a module
    return import_module("flessenhals.briefing.registry")
