"""Reads a proposal: a file, or one of the examples that ship."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from flessenhals.data.proposals.proposal import proposal_of
from flessenhals.data.source.errors import Fault, InputError, Place, refused, visible
from flessenhals.data.source.files import STDIN, decoded, read_stdin, read_text
from flessenhals.data.source.names import instead, is_identifier
from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.data.proposals.entries import Entries
    from flessenhals.solver.plan.plan import Plan
    from flessenhals.solver.plan.proposal import Proposal

EXAMPLES = Path(__file__).parent
TABLES, TREES, JSON = (".csv", ".tsv", ".txt", ".xlsx", ".ods"), (".yaml", ".yml"), (".json",)
YAML_LINE = re.compile(rb"\s*(?:#|---|[\"']?[\w-]+[\"']?\s*:(?:\s|$))")


def examples() -> list[str]:
    """The names of the proposals that ship with the Pact plan, as illustrations."""
    return sorted(path.stem for path in EXAMPLES.glob("*.yaml"))


def read_proposal(
    source: str | Path,
    plan: Plan,
    *,
    sheet: str | None = None,
    missing_is_zero: bool = False,
    each_year: bool = False,
) -> Proposal:
    """The proposal in a file, called after it.

    Args:
        source: a file (.csv, .tsv, .txt, .xlsx, .ods, .yaml, .json); `-` for stdin; or the name of an example that
            ships, where there is no such file.
        plan: whose lines and partners it names.
        sheet: the sheet of a workbook with more than one.
        missing_is_zero: whether what has no amount is given nothing; else it is an error.
        each_year: with years, whether amounts without a year hold in each of them; else they are an error.

    Raises:
        InputError: with everything that is wrong with it.
    """
    if str(source) == STDIN:
        given = _from_stdin(plan, sheet)
        return proposal_of(given, plan, "stdin", missing_is_zero=missing_is_zero, each_year=each_year)
    path = _found(source)
    suffix = path.suffix.lower()
    if suffix not in TABLES and sheet is not None and suffix in {*TREES, *JSON}:
        raise refused(Place(str(source)), told("a {suffix} file has no sheets", suffix=suffix), "leave --sheet out")
    file = path.name if path.parent == EXAMPLES else str(path)
    if suffix in {*TREES, *JSON}:
        given = _from_text(read_text(path), file, suffix)
    elif suffix in TABLES:
        from flessenhals.data.proposals.table import table_entries  # noqa: PLC0415 - a proposal has one form

        given = table_entries(path, sheet, plan)
    else:
        wrong = "is not a file that a proposal can be read from"
        raise refused(Place(str(source)), wrong, "save it as .csv, .xlsx, .ods, .yaml or .json")
    return proposal_of(given, plan, visible(path.stem), missing_is_zero=missing_is_zero, each_year=each_year)


def _from_text(text: str, file: str, suffix: str) -> Entries:
    if suffix in JSON:
        from flessenhals.data.proposals.json_text import json_entries  # noqa: PLC0415 - a proposal has one form

        return json_entries(text, file)
    from flessenhals.data.proposals.tree import tree_entries  # noqa: PLC0415 - the same

    return tree_entries(text, file)


def _from_stdin(plan: Plan, sheet: str | None) -> Entries:
    """The amounts on stdin, whose form is told by how they begin."""
    content = read_stdin("a proposal")
    if content.startswith(b"PK"):
        suffix = ".ods" if b"opendocument" in content[:200] else ".xlsx"
    elif content.lstrip()[:1] in {b"{", b"["}:
        suffix = ".json"
    else:
        first = next((line for line in content.splitlines() if line.strip(b" ;,\t\r")), b"")
        suffix = ".yaml" if YAML_LINE.match(first) else ".csv"
    if suffix not in TABLES:
        return _from_text(decoded(content, "stdin"), "stdin", suffix)
    from flessenhals.data.proposals.table import table_entries  # noqa: PLC0415 - a proposal has one form

    return table_entries(Path(f"stdin{suffix}"), sheet, plan, content)


def read_proposals(
    sources: Iterable[str | Path],
    plan: Plan,
    *,
    sheet: str | None = None,
    missing_is_zero: bool = False,
    each_year: bool = False,
) -> list[Proposal]:
    """The proposals in several files, as `read_proposal` reads them.

    Raises:
        InputError: with everything that is wrong with any of them.
    """
    found: list[Proposal] = []
    faults: list[Fault] = []
    for source in sources:
        try:
            found.append(read_proposal(source, plan, sheet=sheet, missing_is_zero=missing_is_zero, each_year=each_year))
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError(faults)
    return found


def _found(source: str | Path) -> Path:
    path = Path(source)
    if path.suffix or path.exists() or not is_identifier(str(source)):
        return path
    shipped = examples()
    if str(source) in shipped:
        return EXAMPLES / f"{source}.yaml"
    raise refused(Place(str(source)), "is neither a file nor an example that ships", instead(str(source), shipped))
