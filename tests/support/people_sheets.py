"""Small plans, and what a sheet that people made for them comes to."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from sheets import write_ods, write_xlsx

from flessenhals.data.plans.reader import load, loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError
from flessenhals.data.source.remarks import Remark, heard
from flessenhals.solver.plan.plan import Plan

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
partners: {police: {en: National Police, nl: Nationale Politie}, om: Prosecution, courts: Courts}
lines:
  - {id: police, name: {en: National Police, nl: Nationale Politie}, partner: police, proposed: 40}
  - {id: om, name: {en: Prosecution, nl: Openbaar Ministerie}, partner: om, proposed: 6}
  - {id: courts, name: {en: Courts, nl: Rechtspraak}, partner: courts, proposed: 4}
"""


TWINS = """\
schema: 1
plan: twins
partners: {police: National Police, om: Prosecution}
lines:
  - {id: police-it, name: Information technology, partner: police, proposed: 40}
  - {id: om-it, name: Information technology, partner: om, proposed: 6}
  - {id: om-chain, name: Chain, partner: om, proposed: 5}
"""


WANTED = {"police": Fraction("27.45"), "om": Fraction("5.1"), "courts": Fraction(3)}


CSV = "line;amount\npolice;27,45\nom;5,1\ncourts;3\n"


def read(text: str, plan: str = PLAN) -> tuple[dict[str, Fraction], list[Remark]]:
    """What a CSV file comes to, and what is said of it."""
    Path("s.csv").write_text(text, encoding="utf-8")
    with heard() as remarks:
        amounts = read_proposal("s.csv", loads(plan)).amounts
    return dict(amounts), list(remarks)


def said(remarks: Sequence[Remark]) -> list[tuple[str, str, str | None]]:
    return [(each.kind, each.typed, each.meant) for each in remarks]


def refusal(text: str, plan: str = PLAN) -> str:
    with pytest.raises(InputError) as refused:
        read(text, plan)
    return str(refused.value)


def workbook(rows: Sequence[Sequence[object]], file: str = "s.xlsx") -> tuple[dict[str, Fraction], list[Remark]]:
    (write_xlsx if file.endswith("xlsx") else write_ods)(Path(file), {"Blad1": rows})
    with heard() as remarks:
        amounts = read_proposal(file, loads(PLAN)).amounts
    return dict(amounts), list(remarks)


def plan_of(lines: str, head: str = "unit: EUR million per year\n") -> tuple[Plan, list[Remark]]:
    """The plan whose lines stand in this CSV file."""
    Path("lines.csv").write_text(lines, encoding="utf-8")
    Path("plan.yaml").write_text(f"schema: 1\nplan: p\n{head}lines: lines.csv\n", encoding="utf-8")
    with heard() as remarks:
        found = load("plan.yaml")
    return found, list(remarks)
