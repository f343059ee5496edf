"""A country against its peers, in one run: reading, solving, checking and writing, time and peak memory.

    uv run bench/large.py [--municipalities 342 3420] [--both 40] [--tied 120 400] [--part 7/10] [--most 300]

Each measurement is a process of its own, so that its peak memory is its own; times are processor seconds, and one that
takes more than `--most` of them is not waited for. The plans are those of `bench/country.py` (made up, seeded, with
weights). The peers are in floating point, without proof and without checks of the input: HiGHS's own arrays with one
model that is kept warm (`bench/warm.py`), and a plain script with pandas, PuLP and CBC or HiGHS. The value stage is
measured at every size; both stages of PuLP only for `--both` municipalities, because it builds and solves a program
over the whole plan for every round of the coverage. `--tied` are countries that hang together as a whole. Of the value
stage `proof` is what Flessenhals adds to a float solve: the exact vertex of HiGHS's basis and the check of its
certificate. It is held against `solve`, which is what HiGHS itself takes in the peer's script.
"""

from __future__ import annotations

import argparse
import json
import resource
import signal
import subprocess
import sys
import tempfile
import warnings
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from country import write
from warm import divide, read

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    import pulp

T = TypeVar("T")
NEAR = 1e-6
MOST_TIED = 30_000  # lines that hang together; the coverage of more is refused


class Clock:
    """Seconds of processor time per step, of this process and of those that it starts: other work does not count."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, step: str, work: Callable[[], T]) -> T:
        """What the work gives, with its time under the step's name."""
        start = spent()
        found = work()
        self.seconds[step] = spent() - start
        return found


def spent() -> float:
    """Seconds of processor time that this process and those that it started have taken, to the microsecond."""
    found = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in found)


def ours(path: str, part: Fraction, *, both: bool) -> dict[str, float]:
    """Flessenhals: exact and proved."""
    clock = Clock()
    from flessenhals.briefing.results.records import to_json  # noqa: PLC0415 - each process imports what it measures
    from flessenhals.data.plans.reader import load  # noqa: PLC0415
    from flessenhals.solver.optimum.divide import allocate  # noqa: PLC0415
    from flessenhals.solver.program.gc_paused import collector_at_rest  # noqa: PLC0415
    from flessenhals.solver.program.highs import highs  # noqa: PLC0415
    from flessenhals.solver.program.linear_program import splits  # noqa: PLC0415
    from flessenhals.solver.program.prove import proof, prove  # noqa: PLC0415

    plan = clock.timed("read", lambda: load(path))
    ceiling = plan.proposed * part
    if not both:
        weights = {line.id: line.weight for line in plan.lines}
        with collector_at_rest():  # as in `allocate`
            clock.timed("value", lambda: prove(splits(plan, ceiling).asking("value", weights)))
            asked = splits(plan, ceiling).asking("value", weights)
            basis = highs(asked)
            if basis is None or clock.timed("proof", lambda: proof(asked, basis)) is None:
                raise SystemExit("the basis of HiGHS proves nothing")
        return clock.seconds
    split = clock.timed("both", lambda: allocate(plan, ceiling))
    wrong = clock.timed("check", split.faults)
    if wrong:
        raise SystemExit(f"not proved: {wrong[:3]}")
    clock.timed("write", lambda: to_json(split.to_dict()))
    return clock.seconds


def plain(path: str, part: Fraction, solver: str, *, both: bool) -> dict[str, float]:
    """The peer: pandas and PuLP, a row at a time."""
    clock = Clock()
    warnings.simplefilter("ignore", DeprecationWarning)
    import pandas as pd  # noqa: F401, PLC0415 - importing is not reading
    import pulp  # noqa: PLC0415

    def engine() -> pulp.LpSolver:
        return pulp.PULP_CBC_CMD(msg=False) if solver == "CBC" else pulp.HiGHS(msg=False)

    rules, lines = clock.timed("read", lambda: read(path))
    ceiling = float(part) * lines.proposed.sum()
    problem = clock.timed("value", lambda: peer_value(rules, lines, ceiling, engine()))
    if both:
        best = pulp.value(problem.objective)
        clock.timed("both", lambda: peer_coverage(rules, lines, ceiling, best, engine))
        clock.seconds["both"] += clock.seconds["value"]
    return clock.seconds


def warm(path: str, part: Fraction, *, both: bool) -> dict[str, float]:
    """The peer that is kept warm: HiGHS's own arrays."""
    clock = Clock()
    import pandas as pd  # noqa: F401, PLC0415 - importing is not reading
    import scipy.sparse  # noqa: F401, PLC0415 - nor solving

    rules, lines = clock.timed("read", lambda: read(path))
    divide(rules, lines, float(part) * lines.proposed.sum(), clock.timed, both=both)
    return clock.seconds


def peer_program(
    rules: list[dict], lines: pd.DataFrame, ceiling: float, name: str
) -> tuple[pulp.LpProblem, dict[str, pulp.LpVariable]]:
    """The splits that keep everything."""
    import pulp  # noqa: PLC0415

    problem = pulp.LpProblem(name, pulp.LpMaximize)
    x = {
        line: pulp.LpVariable(f"x_{line}", low, high)
        for line, low, high in zip(lines.index, lines.minimum, lines.maximum, strict=True)
    }
    problem += pulp.lpSum(x.values()) <= ceiling
    tagged = {
        town: [(line, set(tags)) for line, tags in zip(group.index, group.tags, strict=True)]
        for town, group in lines.groupby("partner")
    }

    def chosen(town: str, selector: dict) -> list[pulp.LpVariable]:
        wanted = selector["tags"]
        wanted = set(wanted) if isinstance(wanted, list) else {wanted}
        return [x[line] for line, tags in tagged[town] if tags & wanted]

    for rule in rules:
        for town, members in tagged.items():
            if "proportional" in rule:
                asked = rule["proportional"]
                down = pulp.lpSum(chosen(town, asked["downstream"])) + float(asked.get("existing", 0))
                up = pulp.lpSum(chosen(town, asked["upstream"]))
                problem += down >= asked["at_least"] * up if "at_least" in asked else down <= asked["at_most"] * up
            else:
                asked = rule["level"]
                whole = pulp.lpSum(x[line] for line, _ in members)
                share = float((asked.get("at_least") or asked.get("at_most")).rstrip("%")) / 100
                these = pulp.lpSum(chosen(town, asked["of"]))
                problem += these >= share * whole if "at_least" in asked else these <= share * whole
    return problem, x


def peer_value(rules: list[dict], lines: pd.DataFrame, ceiling: float, engine: pulp.LpSolver) -> pulp.LpProblem:
    """The value stage."""
    import pulp  # noqa: PLC0415

    problem, x = peer_program(rules, lines, ceiling, "value")
    problem.setObjective(pulp.lpSum(weight * x[line] for line, weight in zip(lines.index, lines.weight, strict=True)))
    problem.solve(engine)
    return problem


def peer_coverage(
    rules: list[dict], lines: pd.DataFrame, ceiling: float, best: float, engine: Callable[[], pulp.LpSolver]
) -> dict[str, float]:
    """The coverage stage: a program a round until every line is settled."""
    import pulp  # noqa: PLC0415

    settled: dict[str, float] = {}
    proposed, maximum = dict(lines.proposed), dict(lines.maximum)
    while len(settled) < len(lines):
        problem, x = peer_program(rules, lines, ceiling, "coverage")
        lowest = pulp.LpVariable("lowest", 0)
        problem.setObjective(lowest)
        worth = pulp.lpSum(weight * x[line] for line, weight in zip(lines.index, lines.weight, strict=True))
        problem += worth >= best - NEAR
        rows = {}
        for line in lines.index:
            if line in settled:
                problem += x[line] >= settled[line] - NEAR
            else:
                rows[line] = x[line] - lowest * proposed[line] >= 0
                problem.addConstraint(rows[line], f"level_{len(rows)}")
        problem.solve(engine())
        level = lowest.value()
        if level is None:
            raise SystemExit("the peer finds no optimum")
        found = {
            line: level * proposed[line]
            for line, row in rows.items()
            if abs(row.pi) > NEAR or level * proposed[line] >= maximum[line] - NEAR
        }
        if not found:  # what floating point leaves undecided
            found = {line: x[line].value() for line in rows}
        settled |= found
    return settled


CHILDREN: dict[str, Callable[..., dict[str, float]]] = {
    "Flessenhals": ours,
    "HiGHS, warm": warm,
    "PuLP + CBC": lambda *given, **more: plain(*given, "CBC", **more),
    "PuLP + HiGHS": lambda *given, **more: plain(*given, "HiGHS", **more),
}


def measured(name: str, path: Path, part: str, most: int, *, both: bool) -> dict[str, float]:
    """What a process of its own took, in seconds per step, and its peak memory in MB; nothing beyond the most."""
    command = [sys.executable, __file__, "--child", name, str(path), part, "both" if both else "value", str(most)]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode == -signal.SIGXCPU:
        return {}
    done.check_returncode()
    return json.loads(done.stdout.splitlines()[-1])


def child(name: str, path: str, part: str, stages: str, most: str) -> None:
    """Measure in this process, and print it; beyond so many processor seconds the system ends it."""
    resource.setrlimit(resource.RLIMIT_CPU, (int(most), resource.RLIM_INFINITY))
    seconds = CHILDREN[name](path, Fraction(part), both=stages == "both")
    kilobytes = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({**seconds, "MB": kilobytes / 1024}))


def table(title: str, found: dict[str, dict[str, float]], compared: str) -> None:
    """Print the steps of each, and the ratio of one of them to ours."""
    steps = list(dict.fromkeys(step for each in found.values() for step in each))
    print(f"\n{title}\n{'':16}" + "".join(f"{step:>10}" for step in steps) + f"{'ratio':>10}")
    for name, each in found.items():
        shown = "".join(f"{each[step]:10.2f}" if step in each else f"{'-':>10}" for step in steps)
        times = f"{each[compared] / found['Flessenhals'][compared]:9.2f}x" if each else "  not waited for"
        print(f"{name:16}{shown}{times}", flush=True)
    exact, solve = (each.get(step) for each, step in ((found["Flessenhals"], "proof"), (found["HiGHS, warm"], "solve")))
    if exact and solve:
        print(f"proof: {exact / solve:.2f} x the float solve", end="; ")
        print(f"value stage, proved: {found['Flessenhals']['value'] / found['HiGHS, warm']['value']:.2f} x arrays")


def main() -> None:
    """Measure, and print processor seconds, memory in MB and ratios."""
    if sys.argv[1:2] == ["--child"]:
        child(*sys.argv[2:])
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--municipalities", type=int, nargs="+", default=[342, 3420])
    parser.add_argument("--both", type=int, default=40, help="municipalities for both stages of the peers; 0 for none")
    parser.add_argument("--tied", type=int, nargs="*", default=[120, 400], help="municipalities that hang together")
    parser.add_argument("--part", default="7/10", help="the ceiling, as a part of what is proposed")
    parser.add_argument("--most", type=int, default=300, help="processor seconds after which one is not waited for")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for count in asked.municipalities:
            plan = write(Path(folder) / str(count), count, weights=True)
            found = {name: measured(name, plan, asked.part, asked.most, both=False) for name in CHILDREN}
            table(f"{25 * count} lines, value stage alone (ours with its proof)", found, "value")
            whole = {
                name: measured(name, plan, asked.part, asked.most, both=True) for name in ("Flessenhals", "HiGHS, warm")
            }
            table(f"{25 * count} lines, both stages, every stage proved exactly", whole, "both")
        if asked.both:
            plan = write(Path(folder) / "both", asked.both, weights=True)
            found = {name: measured(name, plan, asked.part, asked.most, both=True) for name in CHILDREN}
            table(f"{25 * asked.both} lines, both stages", found, "both")
        for count in asked.tied:
            plan = write(Path(folder) / f"tied{count}", count, weights=True, tied=True)
            for both, stages in ((False, "value stage alone"), (True, "both stages")):
                if both and 25 * count > MOST_TIED:
                    continue
                found = {
                    name: measured(name, plan, asked.part, asked.most, both=both)
                    for name in ("Flessenhals", "HiGHS, warm")
                }
                table(f"{25 * count} tied lines, {stages}, proved exactly", found, "both" if both else "value")
    print("\naims: proof 0.5 x the float solve at 85,500 lines, 2 x tied; value stage, proved, 1.3 x arrays")


if __name__ == "__main__":
    main()
