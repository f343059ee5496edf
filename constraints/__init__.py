"""The rules that a split must obey, a kind a file. Knows lines and numbers; never plans, files or solvers."""

from flessenhals.constraints.level import Level
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import Rule

KINDS: dict[str, type[Rule]] = {"proportional": Proportional, "level": Level}

__all__ = ["KINDS", "Level", "Proportional", "Rule"]
