"""The rules that a split must obey, a kind a file. Knows lines and numbers; never plans, files or solvers."""

from constraints.level import Level
from constraints.proportional import Proportional
from constraints.rule import Rule

KINDS: dict[str, type[Rule]] = {"proportional": Proportional, "level": Level}

__all__ = ["KINDS", "Level", "Proportional", "Rule"]
