"""The rules that a split must obey, a kind a file. Knows lines and numbers; never plans, files or solvers."""

from flessenhals.constraints.build_up import BuildUp
from flessenhals.constraints.level import Level
from flessenhals.constraints.proportional import Proportional
from flessenhals.constraints.rule import Rule
from flessenhals.constraints.weighted import Weighted

KINDS: dict[str, type[Rule]] = {
    "proportional": Proportional,
    "level": Level,
    "build_up": BuildUp,
    "weighted": Weighted,
}

__all__ = ["KINDS", "BuildUp", "Level", "Proportional", "Rule", "Weighted"]
