"""Parts of a plan that hang together by nothing but the ceiling, and their proofs, many at a time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from flessenhals.constraints.exact import total
from flessenhals.constraints.row import Row
from flessenhals.solver.optimum.objectives import LOWEST, Stage, level_label
from flessenhals.solver.program.basis import Basis
from flessenhals.solver.program.certificate import Certificate
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.program.prove import proof, prove
from flessenhals.solver.program.vertex import SingularError, vertex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from flessenhals.solver.program.prove import Engine

ZERO, ONE = Fraction(0), Fraction(1)


def blocks(program: LinearProgram) -> list[LinearProgram]:
    """A program without the ceiling as programs that share no row: the connected components of its variables.

    Args:
        program: without an objective; its rows are passed on, except those over no variable.
    """
    leader = {label: label for label in program.variables}

    def find(label: str) -> str:
        while leader[label] != label:
            leader[label] = label = leader[leader[label]]
        return label

    for row in program.rows:
        labels = iter(row.coefficients)
        first = find(next(labels, "")) if row.coefficients else ""
        for label in labels:
            leader[find(label)] = first
    variables: dict[str, dict[str, Interval]] = defaultdict(dict)
    rows: dict[str, list[Row]] = defaultdict(list)
    for label, interval in program.variables.items():
        variables[find(label)][label] = interval
    for row in program.rows:
        if row.coefficients:
            rows[find(next(iter(row.coefficients)))].append(row)
    return [LinearProgram("block", members, tuple(rows[name]), {}) for name, members in variables.items()]


def union(name: str, programs: Sequence[LinearProgram]) -> LinearProgram:
    """Programs that share no variable as one, whose optimum is the sum of theirs."""
    return LinearProgram(
        name,
        {label: each for program in programs for label, each in program.variables.items()},
        tuple(row for program in programs for row in program.rows),
        {label: each for program in programs for label, each in program.objective.items()},
    )


def together(certificates: Sequence[Certificate]) -> Certificate:
    """The certificate of a union, from those of its programs."""
    return Certificate(
        point={label: each for found in certificates for label, each in found.point.items()},
        activity=tuple(each for found in certificates for each in found.activity),
        dual=tuple(each for found in certificates for each in found.dual),
        reduced_cost={label: each for found in certificates for label, each in found.reduced_cost.items()},
        optimum=total(found.optimum for found in certificates),
    )


def prove_each(programs: Sequence[LinearProgram], engine: Engine) -> list[Certificate]:
    """The proved optimum of each of many programs that share no variable.

    The engine is asked once, for all of them together; a program for which its basis is no proof is asked by itself.

    Args:
        programs: what is asked.
        engine: who is asked for bases.

    Raises:
        NoOptimumError: if one of them has no optimum.
        NotProvedError: if an answer does not hold up.
    """
    bases = _bases(programs, engine)
    return [
        (proof(program, basis) if basis else None) or prove(program, engine)
        for program, basis in zip(programs, bases, strict=True)
    ]


def claim_each(programs: Sequence[LinearProgram], engine: Engine) -> list[Certificate]:
    """The same without the proof, for whoever checks what comes of it as a whole.

    Raises:
        NoOptimumError, NotProvedError: as in `prove_each`, of a program whose basis is none.
    """
    found = []
    for program, basis in zip(programs, _bases(programs, engine), strict=True):
        try:
            found.append(vertex(program, basis) if basis else prove(program, engine))
        except SingularError:
            found.append(prove(program, engine))
    return found


def _bases(programs: Sequence[LinearProgram], engine: Engine) -> list[Basis | None]:
    """The basis of each program, from one question; None for each where the engine finds no answer."""
    basis = engine(union("together", programs)) if len(programs) > 1 else None
    if basis is None:
        return [None] * len(programs)
    bases: list[Basis | None] = []
    place = 0
    for program in programs:
        tight = (row - place for row in range(place, place + len(program.rows)) if row in basis.tight)
        bases.append(Basis({label: basis.variables[label] for label in program.variables}, frozenset(tight)))
        place += len(program.rows)
    return bases


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
        settled: line → amount, in the plan's unit.
        rounds: what was done so far.
    """

    number: int
    program: LinearProgram
    shares: Mapping[str, Fraction]
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
    def level(self) -> str:
        """The name of its level, a variable of its questions."""
        return f"{LOWEST} {self.number}"

    def question(self) -> LinearProgram:
        """How high its unsettled lines can come together."""
        level = self.level
        rows = [
            Row(level_label(line), "stage", {line: ONE, level: -self.shares[line]}, ">=", ZERO) for line in self.rising
        ]
        return self.program.adding(level, Interval()).keeping(rows).asking("coverage", {level: ONE})

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
