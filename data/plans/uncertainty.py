"""What a plan says is not known well."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from flessenhals.data.fields.forms import AMOUNT, BOUND, FACTOR, LEVEL
from flessenhals.data.fields.shape import fault, read_fields
from flessenhals.data.plans.readings.paths import PathError, measured
from flessenhals.data.plans.shape import LINE_NUMBERS, UNCERTAIN
from flessenhals.data.source.errors import Fault, InputError
from flessenhals.data.source.names import instead
from flessenhals.data.source.tree import Mapping, Text
from flessenhals.solver.plan.plan import Uncertain

if TYPE_CHECKING:
    from flessenhals.data.fields.known import Known
    from flessenhals.data.fields.shape import Form
    from flessenhals.data.source.tree import Node

SPREAD = ("low", "mode", "high")


def read_uncertain(node: Node, root: Mapping, known: Known) -> Uncertain:
    """One entry: a path or a selected field, and the range of what it can be.

    With `of` and `field` the range is a factor, and may be written in percentages. With a path it is in the unit of
    what stands there: an amount, a ratio, or a percentage for a level that is a share.

    Raises:
        InputError: with everything that is wrong with it.
    """
    given = read_fields(node, "what is uncertain", UNCERTAIN, known)
    if not isinstance(node, Mapping):
        raise TypeError("read_fields accepts mappings only")
    form, percentages = _written(node, given, root)
    spread: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in SPREAD:
        if name in node:
            try:
                spread[name] = _number(node[name], name, form, known, percentages=percentages)
            except InputError as error:
                faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    _check_order(node, spread)
    return Uncertain(**spread, **{key: given[key] for key in ("path", "of", "field", "note") if key in given})


def _written(node: Mapping, given: dict[str, Any], root: Mapping) -> tuple[Form, bool | None]:
    """The form of the range, and whether it has to be in percentages; None where it may."""
    if "path" in given:
        if "of" in given or "field" in given:
            raise fault(node, None, None, "has both a path and a selection", "keep path:, or of: and field:")
        try:
            form, value = measured(given["path"], root)
        except PathError as error:
            raise fault(node["path"], "path", error.typed, error.wrong, error.write) from None
        if form is LEVEL and isinstance(value, Text) and value.endswith("%"):
            return FACTOR, True
        return (AMOUNT if form in (BOUND, LEVEL) else form), False
    if "of" not in given or "field" not in given:
        raise fault(node, None, None, "does not say what is uncertain", "give it path:, or of: and field:")
    if given["field"] not in LINE_NUMBERS:
        typed = given["field"]
        raise fault(node["field"], "field", typed, "is not a number of a line", instead(typed, LINE_NUMBERS))
    return FACTOR, None


def _number(node: Node, field: str, form: Form, known: Known, *, percentages: bool | None) -> Fraction:
    if percentages and isinstance(node, Text) and not node.endswith("%"):
        raise fault(node, field, node, "is not a share, while the level is one", "write a percentage, such as 25%")
    value = form.read(node, field, known)
    return value if isinstance(value, Fraction) else value.fraction


def _check_order(node: Mapping, spread: dict[str, Fraction]) -> None:
    if spread["low"] > spread["high"]:
        raise fault(node["low"], "low", str(node["low"]), "is above high", "write the smaller of the two at low:")
    if not spread["low"] <= spread.get("mode", spread["low"]) <= spread["high"]:
        raise fault(
            node["mode"], "mode", str(node["mode"]), "is not between low and high", "write a number between them"
        )
