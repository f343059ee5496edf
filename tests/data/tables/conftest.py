"""A folder of its own for a plan whose lines stand in a table."""

from pathlib import Path

import pytest
from plan_folders import Folder


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.chdir(tmp_path)
    return Folder(tmp_path)
