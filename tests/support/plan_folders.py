"""A folder with a plan whose lines stand in a table beside it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from sheets import Rows, Special, write_ods, write_xlsx

from flessenhals.data.plans.reader import load
from flessenhals.data.source.errors import InputError
from flessenhals.solver.plan.plan import Plan


class Folder:
    """A folder with a plan whose lines stand in a table beside it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def plan(self, lines: str) -> Plan:
        (self.path / "plan.yaml").write_text(f"schema: 1\nplan: large\nlines: {lines}\n", encoding="utf-8")
        return load("plan.yaml")

    def refusal(self, lines: str) -> str:
        with pytest.raises(InputError) as refused:
            self.plan(lines)
        return str(refused.value)

    def csv(self, text: str, encoding: str = "utf-8") -> None:
        (self.path / "lines.csv").write_text(text, encoding=encoding, newline="")

    def workbook(
        self, rows: Rows, *, more_sheets: Mapping[str, Rows] | None = None, special: Special | None = None
    ) -> None:
        sheets = {"Lines": rows, **(more_sheets or {})}
        write_xlsx(self.path / "lines.xlsx", sheets, special)

    def ods(self, rows: Rows) -> None:
        write_ods(self.path / "lines.ods", {"Lines": rows})
