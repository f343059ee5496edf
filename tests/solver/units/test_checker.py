"""The checker of trees: it lets a proof pass, and no tree that proves something else."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from flessenhals.constraints import Proportional
from flessenhals.constraints.constraint import own
from flessenhals.constraints.row import Row
from flessenhals.constraints.selector import lines
from flessenhals.solver.plan.line import Line
from flessenhals.solver.plan.plan import Plan
from flessenhals.solver.plan.whole import Whole
from flessenhals.solver.program.linear_program import Interval, LinearProgram
from flessenhals.solver.units.__main__ import main
from flessenhals.solver.units.checker import faults
from flessenhals.solver.units.divide import question_of
from flessenhals.solver.units.export import as_data, from_data, is_of
from flessenhals.solver.units.question import Goal, Question
from flessenhals.solver.units.search import best_whole
from flessenhals.solver.units.tree import Inequality, Part, Tree

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


def with_steps(*steps: Inequality, where: Callable[[Part], bool] = lambda part: bool(part.steps)) -> Tree:
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
    "weights that are not 1 together": with_steps(Inequality(0, {0: F(1, 2)}, STEP.duals), where=priced),
    "a weight below 0": with_steps(Inequality(0, {0: -ONE}, {}), where=priced),
    "a form that is not there": with_steps(Inequality(0, {7: ONE}, {}), where=priced),
    "a step of another goal": with_steps(STEP._replace(goal=1), where=priced),
    "a step of no goal that shows nothing": with_steps(Inequality(None, {}, {0: ONE}), where=priced),
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


TWO = LinearProgram(
    "two",
    {"a": Interval(F(0), F(2)), "b": Interval(F(0), F(2))},
    (Row(own("both"), "ceiling", {"a": ONE, "b": ONE}, "<=", F(2)),),
    {},
)


def of_two(*goals: Goal, alike: tuple[str, str] = ("a", "b")) -> Tree:
    """The tree for two lines of one step each, of which only one can stand, that are said to be alike."""
    return best_whole(Question(TWO, {"a": Whole(F(2), F(2)), "b": Whole(F(2), F(2))}, goals, (alike,)))


MOST, A, B = Goal("value", ({"a": ONE, "b": ONE},)), Goal("order", ({"a": ONE},)), Goal("order", ({"b": ONE},))

WRONG |= {
    "lines that are alike but for a goal called order": of_two(Goal("order", ({"a": ONE, "b": F(2)},)), A, B),
    "lines that are alike, the second of which the order puts first": of_two(MOST, B, A),
    "lines that are alike, of which one is to get little": of_two(MOST, Goal("unasked", ({"a": -ONE},)), B),
    "lines that are alike, one of which counts for more": of_two(Goal("coverage", ({"a": ONE}, {"b": F(1, 2)})), A, B),
    "lines that are alike, one of which is not there": PROOF._replace(
        question=PROOF.question._replace(before=(("first", "third"),))
    ),
    "steps of a part that was never divided off": PROOF._replace(
        parts=(*PROOF.parts, Part(LAST, "court", F(0), None, PRICED.steps))
    ),
    "a part divided in three": PROOF._replace(parts=(*PROOF.parts, Part(0, "court", F(0), None, PRICED.steps))),
    "a division in which both sides are above": with_halves(LOW._replace(at_most=None, at_least=F(0)), HIGH),
    "a bound on a form that is settled already": with_steps(STEP, STEP, where=priced),
    "another ceiling than the answer was found at": PROOF._replace(
        question=question_of(PLAN, F(13))._replace(before=PROOF.question.before)
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


def changed(**parts: object) -> str:
    return json.dumps({**as_data(PROOF), **parts})


def with_line(**fields: object) -> str:
    data = as_data(PROOF)
    data["lines"]["court"] |= fields
    return json.dumps(data)


ODD = {
    "a number that is no text": with_line(upper=10),
    "a number with an exponent": with_line(upper="1e999999999"),
    "a number with an underscore": with_line(upper="1_0"),
    "a unit of nothing": with_line(whole={"unit": "0", "least": "2"}),
    "a unit below nothing": with_line(whole={"unit": "-2", "least": "2"}),
    "a smallest amount that is no whole unit": with_line(whole={"unit": "2", "least": "3"}),
    "less than nothing": with_line(lower="-4"),
    "a row of another sense": changed(rows=[{**row, "sense": "=<"} for row in as_data(PROOF)["rows"]]),
    "a row over a line that is not there": changed(
        rows=[{**row, "coefficients": {"mayor": "1"}} for row in as_data(PROOF)["rows"]]
    ),
    "a goal without forms": changed(goals=[{"name": "value", "forms": []}]),
    "a part taken from a half": changed(parts=[{**part, "parent": 0.5} for part in as_data(PROOF)["parts"]]),
    "a part taken from yes": changed(parts=[{**part, "parent": True} for part in as_data(PROOF)["parts"]]),
    "a step of half a goal": json.dumps(as_data(PROOF)).replace('"goal": 0', '"goal": 0.0'),
    "a key that stands twice": json.dumps(as_data(PROOF)).replace('"answer"', '"answer": null, "answer"', 1),
    "no parts": changed(parts=None),
}


@pytest.mark.parametrize("what", ODD)
def test_a_file_in_which_something_means_nothing_is_refused(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "odd.json"
    file.write_text(ODD[what])
    monkeypatch.setattr(sys, "argv", ["units", str(file)])
    assert main() == 1
    assert "proved" not in capsys.readouterr().out


def test_a_file_says_which_question_it_is_about() -> None:
    data = json.loads(json.dumps(as_data(PROOF)))
    assert is_of(data, question_of(PLAN, F(11)))
    assert not is_of(data, question_of(PLAN, F(12)))
    assert not is_of(data, question_of(replace(PLAN, constraints=()), F(11)))


@pytest.mark.parametrize("text", ["{}", '{"format": "flessenhals tree 1"}', "[]", "nothing"])
def test_a_file_that_is_no_certificate_is_told_so(text: str, tmp_path: Path) -> None:
    file = tmp_path / "other.json"
    file.write_text(text)
    command = [sys.executable, "-m", "flessenhals.solver.units", str(file)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (1, "")
