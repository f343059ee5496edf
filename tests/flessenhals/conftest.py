"""A small plan that the commands are tried on."""

from pathlib import Path

import pytest

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: police, name: {en: Police, nl: Politie}, partner: police, programme: safety, proposed: 100}
  - {id: om, name: OM, partner: om, programme: safety, proposed: 5, minimum: 1}
  - {id: care, name: Care, partner: care, programme: care, proposed: 10}
constraints:
  - id: om-follows-police
    name: {en: OM follows police, nl: OM volgt politie}
    proportional: {upstream: police, downstream: om, at_least: 0.10}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return str(path)
