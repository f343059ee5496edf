"""How the numbers in a table are written: `€ 1.500`, `46,50`, `12.5 mln`, and which sign is its decimal sign."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.data.fields.grammar import either, unambiguous
from flessenhals.data.fields.numbers import COMMA_IN_DOUBT, POINT_IN_DOUBT, with_commas
from flessenhals.data.source.decimals import as_decimal, plain_decimal
from flessenhals.data.source.errors import Fault
from flessenhals.data.source.remarks import remark
from flessenhals.data.source.tree import Computed, Scaled, Text
from flessenhals.data.tables.scale import disagree, scale_of
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.data.tables.scale import Scale

POINT, COMMA = ".", ","
CURRENCY = r"€|eur(?:os?)?|\$|usd|£|gbp"
WORD = r"mln|mio|miljoen|millions?|m|mld|mrd|miljard|bn|billions?|duizend|thousands?|k"
WRITTEN = re.compile(
    rf"(?P<before>{CURRENCY})?\s*(?P<number>\d(?:[\d.,'\u2019\s]*\d)?)(?:[.,]-{{1,2}})?"
    rf"\s*(?P<word>{WORD})?\.?\s*(?P<after>{CURRENCY})?\s*(?P<percent>%)?",
    re.IGNORECASE,
)
# By its decimal sign, a number with its thousands apart or together.
FORMS = {
    sign: re.compile(
        rf"(0|[1-9]\d*|[1-9]\d{{0,2}}([{other}'\u2019 ])\d{{3}}(?:\2\d{{3}})*)(?:[{sign}](\d+))?",
    )
    for sign, other in ((POINT, COMMA), (COMMA, POINT))
}
MOST_SIGNIFICANT = 15
LONGEST = 60
NOTHING = re.compile(rf"(?:{CURRENCY})?\s*[-\u2013\u2014]+(?:[.,]-+)?", re.IGNORECASE)
LATER = re.compile(r"p\.?\s?m\.?|n\.?\s?v\.?\s?t\.?|n/?a|tbd|nnb|\?+", re.IGNORECASE)


class Writing(NamedTuple):
    """One number as it was typed, taken apart.

    Attributes:
        cell: where it stands.
        number: its digits and signs.
        said: what it says of its currency and scale, such as `€` or `mln`.
        percent: whether a percent sign stands behind it.
        point, comma: what it is where that is the decimal sign, as a plain decimal; None where it makes no sense then.
    """

    cell: Text
    number: str
    said: str
    percent: bool
    point: str | None
    comma: str | None

    @property
    def doubtful(self) -> bool:
        """Whether it is one number with a decimal point and another with a decimal comma."""
        return self.point is not None and self.comma is not None and self.point != self.comma


def taken_apart(cell: Text) -> Writing | None:
    """What was typed as a number; None where it is no such thing, or a number in a spreadsheet's cell."""
    if not cell.typed or len(cell) > LONGEST:
        return None
    text = str(cell) if cell.isascii() else unicodedata.normalize("NFKC", cell)
    match = WRITTEN.fullmatch(text.strip())
    if match is None:
        return None
    number = match["number"]
    said = " ".join(part for part in (match["before"], match["word"], match["after"]) if part)
    return Writing(cell, number, said, bool(match["percent"]), _with(number, POINT), _with(number, COMMA))


def _with(number: str, sign: str) -> str | None:
    """A number with this decimal sign as a plain decimal; None where it is not written so."""
    match = FORMS[sign].fullmatch(number)
    if match is None:
        return None
    whole, mark, decimals = match.groups()
    digits = re.sub(r"\D", "", whole) if mark else whole
    return f"{digits}.{decimals}" if decimals else digits


class Numbers(NamedTuple):
    """The numbers of one table.

    Attributes:
        sign: the decimal sign, `.` or `,`; None where no number has one.
        read: by the identity of its cell, each number that was read, as a plain decimal.
        faults: what is wrong with the others, as far as it is not the affair of whoever reads the field.
        computed: the first number of which no more than 15 digits count; it stands for all that are like it.
    """

    sign: str | None
    read: dict[int, Text]
    faults: list[Fault]
    computed: list[Text]


def read_numbers(
    cells: Iterable[Text], *, semicolons: bool, unit: Scale, shares: bool = False, exact: bool = False
) -> Numbers:
    """Read the numbers of one table.

    Which sign is the decimal sign is settled by what all numbers show together: `46,50`, `1.234,5` and `0,125` each
    have one meaning. Where none of them settles it, columns that are separated by semicolons do. `1.500` is a fault
    where nothing settles it.

    Args:
        cells: everything that stands where a number should.
        semicolons: whether semicolons separate the columns.
        unit: what the plan counts in.
        shares: whether a percentage may stand there.
        exact: whether exact amounts stand beside them, so that their last digits do not matter.
    """
    cells = list(cells)
    written = [it for it in map(taken_apart, cells) if it is not None and (shares or not it.percent)]
    with_point = any(it.comma is None and it.point is not None for it in written)
    with_comma = any(it.point is None and it.comma is not None for it in written)
    sign = (COMMA if semicolons else None) if with_point == with_comma else POINT if with_point else COMMA
    found = Numbers(sign, {}, [], [])
    for cell in cells:
        if isinstance(cell, Computed) and not (exact or found.computed):
            remark(cell.place, "digits", cell.held, cell)
            found.computed.append(cell)
        if isinstance(cell, Scaled):
            _read_scaled(cell, unit, found)
        elif NOTHING.fullmatch(cell) and cell.typed:
            wrong = "may stand for 0, or for an amount that is not known"
            found.faults.append(
                Fault(
                    cell.place, None, cell, wrong, "write 0 or the amount, or leave the cell empty where none is needed"
                )
            )
        elif LATER.fullmatch(cell):
            wrong = "stands for an amount that is not known"
            found.faults.append(
                Fault(cell.place, None, cell, wrong, "write the amount, or leave the cell empty where none is needed")
            )
    if exact:
        found.computed.extend(cells[:1])
    both = with_point and with_comma
    for it in written:
        _read(it, (COMMA if semicolons else POINT) if both else sign, unit, found, contradicted=both)
    return found


def _read_scaled(cell: Scaled, unit: Scale, found: Numbers) -> None:
    """Take a number that is shown by the thousand for what the plan counts in, where that says which one is meant."""
    shown = plain_decimal(Fraction(cell) / cell.factor)
    meant = {cell.factor: shown, 1: str(cell)}.get(unit.factor or 0)
    if meant is None:
        wrong = told("is shown as {shown} and holds {cell}", shown=shown, cell=cell)
        found.faults.append(
            Fault(
                cell.place,
                None,
                None,
                wrong,
                told("write {shown} or {cell} in a cell that shows it whole", shown=shown, cell=cell),
            )
        )
        return
    remark(cell.place, "scaled", f"{shown} / {cell}", meant)
    found.read[id(cell)] = Text(meant, cell.place, typed=False)


def _read(it: Writing, sign: str | None, unit: Scale, found: Numbers, *, contradicted: bool) -> None:
    said = scale_of(it.said)
    if said.factor == 1:
        said = said._replace(factor=None)
    if disagree(said, unit) or (said.factor is not None and unit.factor is None):
        wrong = (
            told("is in {said}, and the plan is not", said=it.said)
            if unit.factor
            else told("is in {said}, and the plan has no unit", said=it.said)
        )
        found.faults.append(Fault(it.cell.place, None, it.cell, wrong, "write the amount in the plan's own unit"))
    elif contradicted and (it.point != it.comma) and (it.doubtful or (it.comma if sign == POINT else it.point)):
        found.faults.append(_contradiction(it, sign))
    elif it.doubtful and sign is None:
        doubt = POINT_IN_DOUBT if POINT in it.number else COMMA_IN_DOUBT
        found.faults.append(Fault(it.cell.place, None, it.cell, doubt, either(*str(_decimal(it)).split("."))))
    else:
        plain = it.comma if sign == COMMA else it.point if sign == POINT else (it.point or it.comma)
        if plain is not None:
            found.read[id(it.cell)] = _as_number(it, plain, found, sign)


def _as_number(it: Writing, plain: str, found: Numbers, sign: str | None) -> Text:
    digits = plain.replace(".", "").lstrip("0")
    if it.doubtful:
        remark(it.cell.place, "number", it.cell, plain)
    if len(digits) > MOST_SIGNIFICANT and "." in plain and repr(float(plain)) == plain:
        rounded = as_decimal(float(plain))
        if not found.computed:
            remark(it.cell.place, "digits", plain, rounded)
            found.computed.append(it.cell)
        plain = rounded
    elif len(digits) > MOST_SIGNIFICANT:
        return Text(plain.replace(POINT, sign or POINT), it.cell.place)  # what is wrong with it is said as it was typed
    return Text(f"{plain}%" if it.percent else plain, it.cell.place, typed=False)


def _decimal(it: Writing) -> str | None:
    """A doubtful number with its sign for the decimal sign."""
    return it.point if POINT in it.number else it.comma


def _contradiction(it: Writing, sign: str | None) -> Fault:
    here, elsewhere = ("point", "comma") if sign == COMMA else ("comma", "point")
    plain = _decimal(it) if it.doubtful else it.point if it.comma is None else it.comma
    write = either(*str(plain).split(".")) if it.doubtful else told("write {number}", number=unambiguous(str(plain)))
    wrong = told(
        "has a decimal {here}, and other amounts in this file have a decimal {elsewhere}",
        here=told(here),
        elsewhere=told(elsewhere),
    )
    return Fault(it.cell.place, None, it.cell, wrong, with_commas(write) if sign == COMMA else write)
