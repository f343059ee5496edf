"""A form in which partners fill in an amount per line, from what was typed to the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flessenhals.briefing.results.records import to_csv
from flessenhals.briefing.text.words import say
from flessenhals.briefing.writers.xlsx.table import records_as_xlsx
from flessenhals.solver.plan.listing import form_of
from flessenhals.terminal.output import write

if TYPE_CHECKING:
    from flessenhals.briefing.text.language import Language
    from flessenhals.terminal.settings import Settings


def write_form(asked: Settings) -> None:
    """Write a form for a plan, as a workbook or a CSV file: a row a line, with years a column a year.

    Raises:
        InputError: with everything that is wrong with the plan.
        OutputError: if the file cannot be written.
    """
    rows = [
        {_heading(key, asked.language): value for key, value in row.items()}
        for row in form_of(asked.load(years=True), asked.language)
    ]
    form = to_csv(rows) if asked.format == "csv" else records_as_xlsx(rows, "Proposal")
    write(form, asked.output, force=asked.force)


def _heading(key: str, language: Language) -> str:
    """A column's heading as people write it in their language, which is how it is read back; a year as it is."""
    name, _, year = key.partition(" ")
    return key if key.isdecimal() else " ".join(filter(None, (say(f"form {name}", language), year)))
