import random
from pathlib import Path
from runpy import run_path

import pytest
from claimed import drawn, judged, kinds

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("seed", range(40))
def test_every_claim_about_a_random_plan_holds_by_solves_of_another_method(seed: int) -> None:
    rng = random.Random(seed)
    assert judged(*drawn(rng), rng).wrong == []


def test_the_page_of_claims_says_what_each_kind_means() -> None:
    assert (DOCS / "claims.md").read_text(encoding="utf-8") == run_path(str(DOCS / "make_claims.py"))["written"]()


def test_the_kinds_have_names_of_their_own_and_say_what_they_mean() -> None:
    found = kinds()
    assert len(found) > 50
    assert all((kind.__doc__ or "").strip() for kind in found.values())
