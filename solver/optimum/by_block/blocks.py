"""Parts of a plan that hang together by nothing but the ceiling, and their proofs, many at a time."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total
from flessenhals.solver.optimum.objective.level import LOWEST, levelled
from flessenhals.solver.optimum.objective.objectives import Stage
from flessenhals.solver.program.components import prove_each, together, union

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.program.certificate import Certificate
    from flessenhals.solver.program.linear_program import LinearProgram
    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


class Round(NamedTuple):
    """One step of a block on its way up.

    Attributes:
        level: how high it came, in the plan's unit.
        before: the block's program before it.
        question, certificate: what was asked, and the proof.
        settled: the lines that it settled, with their amounts in the plan's unit.
        at_end: those of them that met their maximum.
    """

    level: Fraction
    before: LinearProgram
    question: LinearProgram
    certificate: Certificate
    settled: Mapping[str, Fraction]
    at_end: frozenset[str]


@dataclass
class Block:
    """A part of a plan on its way up: which of its lines are settled, and the program of the others.

    Attributes:
        number: tells it from the other blocks.
        program: over the lines that are not settled.
        shares: line → proposal over the plan's largest proposal, of every line that asks something.
        charges: line → what the ceiling pays of each unit of money there.
        settled: line → amount, in the plan's unit.
        rounds: what was done so far.
    """

    number: int
    program: LinearProgram
    shares: Mapping[str, Fraction]
    charges: Mapping[str, Fraction]
    settled: dict[str, Fraction] = field(default_factory=dict)
    rounds: list[Round] = field(default_factory=list)

    @property
    def begun(self) -> LinearProgram:
        """Its program as it was before it rose."""
        return self.rounds[0].before if self.rounds else self.program

    @property
    def rising(self) -> list[str]:
        """The lines that are not settled and ask something."""
        return [line for line in self.program.variables if line in self.shares]

    @property
    def paid(self) -> Fraction:
        """What the ceiling pays of the lines that are settled, in the plan's unit."""
        return total(self.charges[line] * amount for line, amount in self.settled.items())

    @property
    def level(self) -> str:
        """The name of its level, a variable of its questions."""
        return f"{LOWEST} {self.number}"

    def question(self) -> LinearProgram:
        """How high its unsettled lines can come together."""
        return levelled(self.program, {line: self.shares[line] for line in self.rising}, "coverage", self.level)

    def take(self, question: LinearProgram, certificate: Certificate) -> None:
        """Settle the lines that stand on one amount in every best answer to the question.

        They are those with a dual other than zero on their level row, those with a reduced cost other than zero, which
        stand on their bound (complementary slackness), and those that meet their maximum.
        """
        level, rising = certificate.point[self.level], self.rising
        held = dict(zip(rising, certificate.dual[len(self.program.rows) :], strict=True))
        settled, at_end = {}, set()
        for line, interval in self.program.variables.items():
            if held.get(line):
                settled[line] = level * self.shares[line]
            elif certificate.reduced_cost[line]:
                settled[line] = certificate.point[line]
            elif line in self.shares and level * self.shares[line] == interval.upper:
                settled[line] = interval.upper
                at_end.add(line)
        self.rounds.append(Round(level, self.program, question, certificate, settled, frozenset(at_end)))
        self.settle(settled)

    def settle(self, amounts: Mapping[str, Fraction]) -> None:
        """Hold lines at these amounts from now on."""
        self.settled.update(amounts)
        self.program = self.program.without(amounts)

    def back_to(self, level: Fraction) -> Block:
        """The block as it was before it came to a level."""
        kept = [each for each in self.rounds if each.level < level]
        if len(kept) == len(self.rounds):
            return self
        rounds = self.rounds[len(kept) :]
        undone = {line for each in rounds for line in each.settled}
        settled = {line: amount for line, amount in self.settled.items() if line not in undone}
        return replace(self, program=rounds[0].before, settled=settled, rounds=kept)


def climb(some: Sequence[Block], engine: Engine) -> None:
    """Raise each of these blocks as far as it goes by itself, and settle the lines that cannot follow any further.

    Args:
        some: blocks with lines that rise.
        engine: who is asked.
    """
    questions = [block.question() for block in some]
    for block, question, certificate in zip(some, questions, prove_each(questions, engine), strict=True):
        block.take(question, certificate)


def stages_of(some: Sequence[Block]) -> list[Stage]:
    """What blocks did on their way up as stages: the first round of each, then the second of each, and so on."""
    stages = []
    for number in range(max((len(block.rounds) for block in some), default=0)):
        rounds = [block.rounds[number] for block in some if len(block.rounds) > number]
        stages.append(
            Stage(
                "coverage",
                union("coverage", [each.question for each in rounds]),
                together([each.certificate for each in rounds]),
                {line: amount for each in rounds for line, amount in each.settled.items()},
                frozenset(line for each in rounds for line in each.at_end),
            )
        )
    return stages
