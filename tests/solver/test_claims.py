import random

import pytest
from claimed import drawn, judged


@pytest.mark.parametrize("seed", range(40))
def test_every_claim_about_a_random_plan_holds_by_solves_of_another_method(seed: int) -> None:
    rng = random.Random(seed)
    assert judged(*drawn(rng), rng).wrong == []
