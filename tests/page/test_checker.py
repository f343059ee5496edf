"""The page's checker: it takes a proof for one exactly where it is, whoever made it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from proofs import CLAIMS
from scripts import verdicts

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> list[bool | str]:
    folder: Path = tmp_path_factory.mktemp("checker")
    return verdicts(folder, list(CLAIMS))


@pytest.mark.parametrize("place", range(len(CLAIMS)), ids=[claim.said for claim in CLAIMS])
def test_a_claim_is_proved_or_not(judged: list[bool | str], place: int) -> None:
    assert judged[place] is CLAIMS[place].holds
