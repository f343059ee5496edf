"""Makes the sheets that the tests read, in the ways in which Excel and LibreOffice write them.

    python tests/data/tables/sheets/make.py

Each is written as Excel writes it (`excel-NAME.xlsx`, with xlsxwriter) and some of them once more by LibreOffice itself
(`libreoffice-NAME`, with `soffice`), which has to be installed. Every figure is made up. The tests read what is here,
and need neither.
"""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

HERE = Path(__file__).parent
EURO = '_ "€" * #,##0.00_ ;_ "€" * -#,##0.00_ ;_ "€" * "-"??_ ;_ @_ '
LINES = [("Nationale Politie", 27.45), ("Openbaar Ministerie", 5.1), ("Rechtspraak", 3)]
Make = Callable[[Workbook, Worksheet], None]


def plain(book: Workbook, sheet: Worksheet) -> None:
    """A header and three lines."""
    sheet.write_row(0, 0, ["Post", "Bedrag"], book.add_format({"bold": True}))
    for row, (name, amount) in enumerate(LINES, start=1):
        sheet.write_row(row, 0, [name, amount])


def currency(book: Workbook, sheet: Worksheet) -> None:
    """Amounts in the accounting format, with a total that is a formula, a row apart."""
    euro = book.add_format({"num_format": EURO})
    plain(book, sheet)
    for row, (_, amount) in enumerate(LINES, start=1):
        sheet.write_number(row, 1, amount, euro)
    sheet.write(5, 0, "Totaal", book.add_format({"bold": True, "top": 1}))
    sheet.write_formula(5, 1, "=SUM(B2:B5)", euro, 35.55)


def title(book: Workbook, sheet: Worksheet) -> None:
    """A merged title, an empty row, an empty column, and a note below."""
    sheet.merge_range("B2:D2", "Verdeling 2026 (bedragen in € mln)", book.add_format({"bold": True}))
    sheet.write_row(3, 1, ["Post", None, "Bedrag"])
    for row, (name, amount) in enumerate(LINES, start=4):
        sheet.write_row(row, 1, [name, None, amount])
    sheet.write(8, 1, "* onder voorbehoud van besluitvorming")


def formulas(book: Workbook, sheet: Worksheet) -> None:
    """Amounts that are worked out, with what came of it."""
    plain(book, sheet)
    sheet.write_formula("B2", "=30*0.915", None, 27.45)
    sheet.write_formula("B3", "=3*1.7", None, 5.1)
    sheet.write_formula("B4", "=ROUND(10/3,0)", None, 3)


def uncalculated(book: Workbook, sheet: Worksheet) -> None:
    """Formulas that no program has worked out yet, one of them a total."""
    plain(book, sheet)
    sheet.write("A6", "Totaal")
    sheet.write_formula("B6", "=SUM(B2:B4)", None, "")


def texts(book: Workbook, sheet: Worksheet) -> None:
    """Numbers that are texts: typed with an apostrophe, or pasted."""
    quoted = book.add_format({"quote_prefix": True})
    sheet.write_row(0, 0, ["Post", "Bedrag"])
    for row, (name, amount) in enumerate(zip([it for it, _ in LINES], ["27,45", "5,10", "3"], strict=True), start=1):
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, amount, quoted)


def no_break_spaces(book: Workbook, sheet: Worksheet) -> None:
    """What was copied from a page: spaces that do not break, in names and amounts."""
    del book
    sheet.write_row(0, 0, ["Post\xa0", "Bedrag\xa0(€)"])
    for row, (name, amount) in enumerate(
        zip([it for it, _ in LINES], ["€\xa027,45", "€\xa05,10", "€\xa03,00"], strict=True), start=1
    ):
        sheet.write_row(row, 0, [name.replace(" ", "\xa0"), amount])


def hidden(book: Workbook, sheet: Worksheet) -> None:
    """A row and a column that a filter hides."""
    sheet.write_row(0, 0, ["Post", "Toelichting", "Bedrag"])
    for row, (name, amount) in enumerate(LINES, start=1):
        sheet.write_row(row, 0, [name, "zie bijlage", amount])
    sheet.set_row(2, options={"hidden": True})
    sheet.set_column(2, 2, options={"hidden": True})
    del book


def subtotals(book: Workbook, sheet: Worksheet) -> None:
    """What the command for subtotals makes: a total below each group, and one of all."""
    sheet.write_row(0, 0, ["Partner", "Post", "Bedrag"])
    rows = [
        ["police", "police", 27.45],
        ["police Totaal", None, 27.45],
        ["om", "om", 5.1],
        ["om Totaal", None, 5.1],
        ["courts", "courts", 3],
        ["courts Totaal", None, 3],
        ["Eindtotaal", None, 35.55],
    ]
    for row, cells in enumerate(rows, start=1):
        sheet.write_row(row, 0, cells)
    del book


def as_table(book: Workbook, sheet: Worksheet) -> None:
    """A range that was made a table, with its row of totals."""
    sheet.add_table(
        "A1:B5",
        {
            "data": [list(it) for it in LINES],
            "total_row": True,
            "columns": [
                {"header": "Post", "total_string": "Totaal"},
                {"header": "Bedrag", "total_function": "sum", "total_value": 35.55},
            ],
        },
    )
    del book


def approvals(book: Workbook, sheet: Worksheet) -> None:
    """Columns that say nothing here: a date, a yes or no, a percentage, an error, a remark."""
    sheet.write_row(0, 0, ["Datum", "Post", "Akkoord", "Aandeel", "Opzoeken", "Bedrag", "Opmerking"])
    day, part = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "0%"})
    for row, (name, amount) in enumerate(LINES, start=1):
        sheet.write_datetime(row, 0, dt.date(2026, 3, row), day)
        sheet.write_string(row, 1, name)
        sheet.write_boolean(row, 2, True)  # noqa: FBT003 - the library takes it so
        sheet.write_number(row, 3, 0.5, part)
        sheet.write_formula(row, 4, "=NA()", None, "#N/A")
        sheet.write_number(row, 5, amount)
        sheet.write_string(row, 6, "akkoord")


def dashes(book: Workbook, sheet: Worksheet) -> None:
    """A 0 that is shown as a dash."""
    plain(book, sheet)
    sheet.write_number("B4", 0, book.add_format({"num_format": EURO}))


def years(book: Workbook, sheet: Worksheet) -> None:
    """A column a year, the last one structural, and a total a year."""
    sheet.write_row(0, 0, ["Reeks, x € 1 mln"])
    sheet.write_row(1, 0, ["Post", 2024, 2025, "struc."])
    rows = [["police", 10, 20, 27.45], ["om", 1, 2, 5.1], ["courts", 1, 1, 3]]
    for row, cells in enumerate(rows, start=2):
        sheet.write_row(row, 0, cells)
    sheet.write_row(5, 0, ["Totaal", 12, 23, 35.55])
    del book


def merged_amount(book: Workbook, sheet: Worksheet) -> None:
    """One amount for two lines."""
    plain(book, sheet)
    sheet.merge_range("B3:B4", 8.1)


def percentages(book: Workbook, sheet: Worksheet) -> None:
    """Amounts that are shown as percentages."""
    plain(book, sheet)
    sheet.write_number("B2", 0.2745, book.add_format({"num_format": "0.00%"}))


def dates(book: Workbook, sheet: Worksheet) -> None:
    """5.1 that became the fifth of January."""
    plain(book, sheet)
    sheet.write_datetime("B3", dt.date(2026, 1, 5), book.add_format({"num_format": "d.m"}))


def errors(book: Workbook, sheet: Worksheet) -> None:
    """A formula that looks for what is not there."""
    plain(book, sheet)
    sheet.write_formula("B3", "=NA()", None, "#N/A")


def placeholders(book: Workbook, sheet: Worksheet) -> None:
    """Amounts that are not known yet."""
    plain(book, sheet)
    sheet.write_string("B2", "n.v.t.")
    sheet.write_string("B3", "p.m.")
    sheet.write_string("B4", "-")


def brackets(book: Workbook, sheet: Worksheet) -> None:
    """An amount below 0 as bookkeepers write it."""
    plain(book, sheet)
    sheet.write_string("B3", "(5,10)")


def thousands(book: Workbook, sheet: Worksheet) -> None:
    """A number that is shown by the thousand."""
    plain(book, sheet)
    sheet.write_number("B2", 27450, book.add_format({"num_format": "#,##0.00,"}))


def several(book: Workbook, sheet: Worksheet) -> None:
    """A page of explanation before the page of amounts."""
    sheet.write("A1", "Dit formulier gaat over 2026.")
    plain(book, book.add_worksheet("Bedragen"))


SHEETS: tuple[Make, ...] = (
    currency,
    title,
    formulas,
    uncalculated,
    texts,
    no_break_spaces,
    hidden,
    subtotals,
    as_table,
    approvals,
    dashes,
    years,
    merged_amount,
    percentages,
    dates,
    errors,
    placeholders,
    brackets,
    thousands,
    several,
)
BY_LIBREOFFICE: dict[str, tuple[Make, ...]] = {
    "xlsx": (title, formulas, hidden, as_table, years, dates),
    "ods": (currency, no_break_spaces, approvals, merged_amount, percentages, errors),
    "csv": (currency,),
}
# Of LibreOffice's filter: separator, quotes, letters (UTF-8), first row, formats, language, cells as they are shown
FILTERS = {
    "xlsx": "xlsx:Calc MS Excel 2007 XML",
    "ods": "ods",
    "csv": "csv:Text - txt - csv (StarCalc):59,34,76,1,,1033,false,true",
}


def main() -> None:
    """Write all of them anew."""
    for make in SHEETS:
        name = make.__name__.replace("_", "-")
        written = io.BytesIO()
        book = Workbook(written)
        book.set_properties({"created": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)})
        make(book, book.add_worksheet("Blad1"))
        book.close()
        (HERE / f"excel-{name}.xlsx").write_bytes(as_excel_saves(written))
    with tempfile.TemporaryDirectory() as folder:
        for ending, wanted in BY_LIBREOFFICE.items():
            for make in wanted:
                name = make.__name__.replace("_", "-")
                source = Path(folder) / f"libreoffice-{name}.xlsx"
                source.write_bytes((HERE / f"excel-{name}.xlsx").read_bytes())
                convert(source, FILTERS[ending])


def as_excel_saves(written: io.BytesIO) -> bytes:
    """A workbook that does not ask for its formulas to be worked out when it is opened: Excel has done so."""
    saved = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new:
        for part in parts.infolist():
            new.writestr(part, parts.read(part).replace(b' fullCalcOnLoad="1"', b""))
    return saved.getvalue()


def convert(source: Path, to: str) -> None:
    """Let LibreOffice open a file and write it here."""
    command = ["soffice", "--headless", "--convert-to", to, "--outdir", str(HERE), str(source)]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
