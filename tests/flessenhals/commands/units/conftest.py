"""A small plan with lines that cannot be split."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


PLAN = """
schema: 1
plan: courts
lines:
  - {id: court, partner: courts, proposed: 10, step: 2}
  - {id: centre, partner: centres, proposed: 6, smallest: 100%}
  - {id: police, partner: police, proposed: 10}
constraints:
  - {id: follow, proportional: {upstream: {partner: police}, downstream: {line: court}, at_least: 0.5}}
"""


@pytest.fixture
def plan(tmp_path: Path) -> str:
    file = tmp_path / "courts.yaml"
    file.write_text(PLAN)
    return str(file)


YEARS = """
schema: 1
plan: years
years: {first: 2022, last: 2024}
ceilings: {up: {2022: 10, 2023: 17, 2024: 20}}
lines:
  - {id: court, partner: courts, proposed: {2022: 4, 2023: 8, 2024: 10}, parts: 2}
  - {id: centre, partner: centres, proposed: 5, smallest: 100%, from: 2023}
  - {id: police, partner: police, proposed: 20}
"""


@pytest.fixture
def years(tmp_path: Path) -> str:
    file = tmp_path / "years.yaml"
    file.write_text(YEARS)
    return str(file)
