"""A small plan with scenarios, the one that is asked where no other is named."""

from pathlib import Path

import pytest

PLAN = """\
schema: 1
plan: small
unit: EUR million per year
lines:
  - {id: street, partner: police, programme: law, proposed: 60, minimum: 10, tags: [visible]}
  - {id: desk, partner: police, programme: law, proposed: 20}
  - {id: om, partner: om, programme: law, proposed: 10}
  - {id: care, partner: care, programme: help, proposed: 10, maximum: 12}
constraints:
  - {id: om-follows, proportional: {upstream: {partner: police}, downstream: om, at_least: 0.1}}
scenarios:
  strict: {title: {en: Strict, nl: Streng}, constraints: {om-follows: {proportional: {at_least: 0.12}}}}
  heavy: {title: {en: Heavy, nl: Zwaar}, lines: [{of: care, weight: 2}]}
  whole: {keep: [{partner: care}, {of: desk, at: 5}], drop: om}
"""


@pytest.fixture(autouse=True)
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.setenv("FLESSENHALS_PLAN", "plan.yaml")
    return "plan.yaml"
