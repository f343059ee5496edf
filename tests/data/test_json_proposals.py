"""What is said of JSON that is no proposal."""

from pathlib import Path

import pytest

from flessenhals.data.plans.reader import loads
from flessenhals.data.proposals.reader import read_proposal
from flessenhals.data.source.errors import InputError

PLAN = "schema: 1\nplan: small\nlines: [{id: a, partner: x, proposed: 5}]\n"
OTHERWISE = "write a line, a ':' and its amount, or take the JSON of allocate or compare"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "s.json:1:2: is not JSON from here on -> save it again, or take a .csv"),
        ('{"lines": [', "is not JSON from here on -> save it again, or take a .csv"),
        ("[1, 2]", f"holds no amounts by line -> {OTHERWISE}"),
        ('{"lines": [{"id": "a"}]}', f"has lines without an id or an amount -> {OTHERWISE}"),
        ('{"results": []}', "s.json"),
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ('{"a": "1,5"}', "s.json"),
        ("[" * 5_000, "is nested too deeply"),
    ],
)
def test_it_is_refused_in_one_line(text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("s.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_proposal("s.json", loads(PLAN))
    assert said in str(refused.value)
    assert str(refused.value).count("\n") == 0
