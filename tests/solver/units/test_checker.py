"""The checker of trees: it lets a proof pass, and no tree that proves something else."""

from __future__ import annotations

import json
import subprocess
import sys
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from flessenhals.constraints import Proportional
from flessenhals.constraints.selector import lines
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.whole import Whole
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.divide import question_of
from flessenhals.solver.units.export import as_data, from_data
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.tree import Part, Step, Tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

F = Fraction
ONE = F(1)

PLAN = Plan(
    id="small",
    lines=(
        Line(id="court", partner="courts", proposed=F(10), step=F(2)),
        Line(id="first", partner="centres", proposed=F(6), smallest=F(6)),
        Line(id="second", partner="centres", proposed=F(6), smallest=F(6)),
        Line(id="police", partner="police", proposed=F(10)),
    ),
    constraints=(Proportional(id="follow", upstream=lines("police"), downstream=lines("court"), at_least=F(1, 2)),),
)
PROOF = best_whole(question_of(PLAN, F(11)))
NOWHERE = best_whole(
    question_of(Plan(id="none", lines=(Line(id="a", partner="a", proposed=F(6), step=F(4), minimum=F(1)),)), F(3))
)


def leaf(tree: Tree, where: Callable[[Part], bool] = lambda part: bool(part.steps)) -> int:
    return next(place for place, part in enumerate(tree.parts) if where(part))


def with_part(tree: Tree, place: int, part: Part) -> Tree:
    return tree._replace(parts=(*tree.parts[:place], part, *tree.parts[place + 1 :]))


def with_steps(*steps: Step, where: Callable[[Part], bool] = lambda part: bool(part.steps)) -> Tree:
    place = leaf(PROOF, where)
    return with_part(PROOF, place, PROOF.parts[place]._replace(steps=steps))


def answering(**amounts: int) -> Tree:
    return PROOF._replace(answer={**(PROOF.answer or {}), **{line: F(amount) for line, amount in amounts.items()}})


def halves() -> tuple[int, int]:
    first = next(place for place, part in enumerate(PROOF.parts) if part.parent == 0)
    return first, first + 1


def with_halves(low: Part, high: Part) -> Tree:
    first, second = halves()
    return with_part(with_part(PROOF, first, low), second, high)


def priced(part: Part) -> bool:
    return any(step.duals for step in part.steps)


def test_a_proof_passes_and_its_answer_is_the_best_split() -> None:
    assert faults(PROOF) == []
    assert PROOF.answer == {"court": F(2), "first": F(6), "second": F(0), "police": F(3)}
    assert PROOF.question.before == (("first", "second"),)


def test_that_nothing_fits_is_proved_by_a_tree_too() -> None:
    assert NOWHERE.answer is None
    assert faults(NOWHERE) == []


LOW, HIGH = (PROOF.parts[place] for place in halves())
PRICED = PROOF.parts[leaf(PROOF, priced)]
STEP = next(step for step in PRICED.steps if step.duals)
LAST = len(PROOF.parts) - 1

WRONG: dict[str, Tree] = {
    "an answer above the ceiling": answering(police=9),
    "an answer that breaks a rule": answering(court=0, police=5),
    "an answer in half a step": answering(court=3, police=2),
    "an answer above a maximum": answering(court=12, police=0, first=0),
    "an answer without a line": PROOF._replace(answer={"court": F(4)}),
    "an answer with a line too many": answering(mayor=0),
    "a split that is worse": answering(police=2),
    "a split that comes after it in the plan's order": PROOF._replace(
        answer={"court": F(2), "first": F(0), "second": F(6), "police": F(3)}
    ),
    "that nothing fits, where something does": PROOF._replace(answer=None),
    "that something fits, where nothing does": NOWHERE._replace(answer={"a": F(4)}),
    "a part without a reason": with_steps(),
    "a multiplier with the wrong sign": with_steps(
        STEP._replace(duals={place: -dual for place, dual in STEP.duals.items()}), where=priced
    ),
    "a multiplier of no row": with_steps(STEP._replace(duals={99: ONE}), where=priced),
    "multipliers of a half": with_steps(
        STEP._replace(duals={place: dual / 2 for place, dual in STEP.duals.items()}), where=priced
    ),
    "weights that are not 1 together": with_steps(Step(0, {0: F(1, 2)}, STEP.duals), where=priced),
    "a weight below 0": with_steps(Step(0, {0: -ONE}, {}), where=priced),
    "a form that is not there": with_steps(Step(0, {7: ONE}, {}), where=priced),
    "a step of another goal": with_steps(STEP._replace(goal=1), where=priced),
    "a step of no goal that shows nothing": with_steps(Step(None, {}, {0: ONE}), where=priced),
    "only half of a division": PROOF._replace(parts=(PROOF.parts[0], HIGH._replace(steps=PRICED.steps))),
    "a division that loses an amount": with_halves(LOW, HIGH._replace(at_least=F(7))),
    "a division with a line that can be split": with_halves(
        LOW._replace(line="police", at_most=F(2)), HIGH._replace(line="police", at_least=F(2))
    ),
    "a division twice on one side": with_halves(LOW, LOW),
    "a division at two lines": with_halves(LOW._replace(line="first", at_most=F(0)), HIGH._replace(line="second")),
    "a part that was taken from itself": with_part(PROOF, LAST, PROOF.parts[LAST]._replace(parent=LAST)),
    "a part that was taken from none": with_part(PROOF, LAST, PROOF.parts[LAST]._replace(parent=None)),
    "a limit on no line": with_halves(LOW._replace(line="mayor"), HIGH._replace(line="mayor")),
    "no part at all": PROOF._replace(parts=()),
    "lines that are not alike": PROOF._replace(question=PROOF.question._replace(before=(("court", "first"),))),
    "the later of two that are alike first": PROOF._replace(
        question=PROOF.question._replace(before=(("second", "first"),))
    ),
    "coarser steps than the line has": PROOF._replace(
        question=PROOF.question._replace(whole={**PROOF.question.whole, "court": Whole(F(10), F(10))})
    ),
}


@pytest.mark.parametrize("lie", WRONG)
def test_a_wrong_tree_is_refused(lie: str) -> None:
    assert faults(WRONG[lie]) != []


def test_a_tree_survives_its_file_and_is_checked_there_by_itself(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(as_data(PROOF)))
    bad.write_text(json.dumps(as_data(WRONG["a split that is worse"])))
    again = from_data(json.loads(good.read_text()))

    assert (again.answer, again.parts, again.question.goals) == (PROOF.answer, PROOF.parts, PROOF.question.goals)
    run = subprocess.run(
        [sys.executable, "-m", "flessenhals.solver.units", str(good), str(bad)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert run.stdout.splitlines()[0] == f"{good}: proved, in {len(PROOF.parts)} parts"
    assert "better" in run.stdout.splitlines()[1]


@pytest.mark.parametrize("text", ["{}", '{"format": "flessenhals tree 1"}', "[]", "nothing"])
def test_a_file_that_is_no_certificate_is_told_so(text: str, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(text)
    command = [sys.executable, "-m", "flessenhals.solver.units", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
