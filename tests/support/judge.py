"""Asks the command line and judges what it answers, without trusting any of it."""

from __future__ import annotations

import contextlib
import io
import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from opinions.second_opinion import Limit, Question, broken, exceeds, fits_together, least_total, nothing_fits, read
from opinions.unsound import unsound

from flessenhals.cli import run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from drawn.wild_plans import Case

ZERO = Fraction(0)
REFUSAL = re.compile(r".+: .+ -> .+|\.\.\. (and [0-9]+ more|en nog [0-9]+)")


class Answer(NamedTuple):
    """What a command said and with which code it stopped."""

    code: int
    out: str
    err: str


def asked(arguments: Sequence[str]) -> Answer:
    """The command line's own entry, with what it writes caught."""
    out, err = io.BytesIO(), io.StringIO()
    with contextlib.redirect_stdout(io.TextIOWrapper(out, encoding="utf-8")) as stdout, contextlib.redirect_stderr(err):
        code = run(arguments)
        stdout.flush()
        return Answer(code, out.getvalue().decode("utf-8", "replace"), err.getvalue())


def refused_well(answer: Answer) -> list[str]:
    """What is wrong with the way in which something was refused."""
    lines = answer.err.splitlines()
    told = json.loads(answer.out)["errors"] if answer.out else []
    found = [] if all({"file", "problem", "advice"} <= each.keys() for each in told) else ["errors without a form"]
    if not 1 <= len(lines) <= 21:
        found.append(f"{len(lines)} lines on stderr")
    return found + [f"not in its form: {line}" for line in lines if not REFUSAL.fullmatch(line)]


def judged(case: Case, folder: Path) -> tuple[int, list[str]]:
    """The code of an allocation of this case, and everything that is wrong with the answer."""
    file = folder / "plan.yaml"
    file.write_text(case.plan, encoding="utf-8")
    answer = asked(["allocate", *case.arguments(str(file))])
    reasons = unsound(case)
    if answer.code == 2:
        return 2, refused_well(answer) + _of_reasons(answer, reasons)
    if reasons:
        return answer.code, [f"not refused, though {reasons[0]}"]
    question = read(case.plan, case.ceiling, case.scenario, case.changes)
    found = [] if answer.err == "" else [f"something on stderr: {answer.err}"]
    if answer.code == 3:
        return 3, found + _of_refusal(question, json.loads(answer.out))
    if answer.code == 0:
        return 0, found + _of_split(question, json.loads(answer.out))
    return answer.code, [f"code {answer.code}: {answer.err}"]


def _of_reasons(answer: Answer, reasons: list[str]) -> list[str]:
    """Whether what was refused had to be, and all that is wrong is named."""
    if not reasons:
        return ["a sound plan is refused"]
    wrong = {reason.partition(" ")[0] for reason in reasons}
    unnamed = [subject for subject in wrong if not re.search(rf"\b({subject})\b", answer.err)]
    return [f"{subject} is not named" for subject in unnamed]


def _of_refusal(question: Question, told: dict[str, Any]) -> list[str]:
    found = [] if told["status"] == "infeasible" and told["conflict"] else ["no conflict is told"]
    if not nothing_fits(question):
        found.append("that nothing fits is not confirmed")
    lowest = least_total(question)
    if told["lowest_feasible_ceiling"] != (None if lowest is None else float(lowest)):
        found.append(f"the lowest feasible ceiling is {lowest}")
    named = set(told["conflict"])
    if fits_together(question, named):
        found.append("the conflict can hold together")
    spare = [each for each in told["conflict"] if not fits_together(question, named - {each})]
    return found + [f"{each} can be left out of the conflict" for each in spare]


def _of_split(question: Question, told: dict[str, Any]) -> list[str]:
    split = {line: Fraction(amount) for line, amount in told["certificate"]["amounts"].items()}
    found = [f"breaks {each}" for each in broken(question, split)]
    if told["status"] != "optimal" or not told["certificate"]["verified"]:
        found.append("does not say that it is proved")
    total = sum((question.charge[line] * amount for line, amount in split.items()), ZERO)
    if told["total"] != float(total) or any(each["allocated"] != float(split[each["id"]]) for each in told["lines"]):
        found.append("prints other amounts than it proves")
    limits = question.limits
    goals = question.objective
    if goals[0] == "value":
        worth = sum((factor * split[line] for line, factor in question.weight.items()), ZERO)
        if exceeds(question, question.weight, limits, {}, worth):
            found.append("more value is possible")
        kept = {line: -factor for line, factor in question.weight.items() if factor}
        limits = [*limits, Limit("value", kept, -worth)]
    if "coverage" in goals:
        found += _of_coverage(question, limits, split)
    return found


def _of_coverage(question: Question, limits: list[Limit], split: dict[str, Fraction]) -> list[str]:
    """The lines that could get more without any line that is covered no better getting less (leximin)."""
    covered = {line: split[line] / asked for line, asked in question.proposed.items() if asked}
    found = []
    for line, level in covered.items():
        if split[line] == question.bounds[line][1]:
            continue
        held = {other: split[other] for other, its in covered.items() if its <= level}
        if exceeds(question, {line: Fraction(1)}, limits, held, split[line]):
            found.append(f"more for {line} is possible")
    return found
