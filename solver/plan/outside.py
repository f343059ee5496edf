"""What a plan can do with files and frames, which the rooms below know nothing of: the face puts it here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pandas import DataFrame

    from flessenhals.solver.plan.plan import Plan


class Outside(Protocol):
    """Whoever writes plans down and reads them from frames."""

    def save(self, plan: Plan, path: str | Path, *, force: bool) -> None:
        """Write a plan as a plan file."""

    def changed(self, plan: Plan, changes: Mapping[str, object]) -> Plan:
        """The plan with values set by their paths."""

    def frame(self, plan: Plan) -> DataFrame:
        """The lines as a frame."""

    def from_frame(self, frame: DataFrame, described: Mapping[str, Any]) -> Plan:
        """The plan whose lines stand in a frame."""


FACE = "flessenhals.plans"
files: Outside | None = None


def files_of() -> Outside:
    """Whoever writes plans down; the face is fetched when first asked, and puts itself in `files`.

    Raises:
        RuntimeError: where there is none.
    """
    if files is None:
        import_module(FACE)
    if files is None:
        raise RuntimeError(f"{FACE} writes no plans")
    return files
