"""The overview of the house stays true: every folder of a room stands in its table."""

import re
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
TABLE = {
    found[1]: found[2]
    for found in re.finditer(
        r"^\| (\w+) \| (.*`.*) \|$", (TOP / "docs" / "architecture.md").read_text("utf-8"), re.MULTILINE
    )
}


@pytest.mark.parametrize("room", ["constraints", "solver", "data", "briefing", "flessenhals"])
def test_every_folder_of_a_room_stands_in_the_table_of_the_house(room: str) -> None:
    folders = [
        each.name for each in (TOP / room).iterdir() if (each / "__init__.py").is_file() and not each.is_symlink()
    ]
    assert [name for name in folders if f"`{name}`" not in TABLE[room]] == []
