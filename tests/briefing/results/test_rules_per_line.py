"""A rule that holds for every line separately is told so, in a briefing too."""

from pathlib import Path

import pytest
from judge import asked

from flessenhals.briefing.results.rules import rule_in_words
from flessenhals.briefing.text.language import LANGUAGES
from flessenhals.constraints.rule import SCOPES
from flessenhals.data.plans.reader import loads

PLAN = """schema: 1
plan: each
lines:
  - {id: a, partner: x, programme: p, department: d, proposed: 5}
  - {id: b, partner: y, programme: q, department: e, proposed: 5}
constraints:
  - {id: cap, per: SCOPE, level: {of: all, at_most: 4}}
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_scope_has_its_words(language: str) -> None:
    said = set()
    for scope in SCOPES:
        plan = loads(PLAN.replace("SCOPE", scope))
        said.add(rule_in_words(plan, plan.constraints[0], language))  # type: ignore[arg-type]  # one of LANGUAGES
    assert len(said) == len(SCOPES)


@pytest.mark.parametrize(("language", "words"), [("en", "for every line separately"), ("nl", "voor elke post")])
def test_a_briefing_on_a_plan_with_such_a_rule_says_so(tmp_path: Path, language: str, words: str) -> None:
    plan, out = tmp_path / "plan.yaml", tmp_path / "brief.md"
    plan.write_text(PLAN.replace("SCOPE", "line"), encoding="utf-8")
    assert asked(["brief", "6", "--plan", str(plan), "-o", str(out), "--lang", language]).code == 0
    assert words in out.read_text(encoding="utf-8")
