"""The plans that people start their own from: a small one with comments, and examples from other fields."""

from __future__ import annotations

from pathlib import Path

from flessenhals.data.source.errors import Place, refused
from flessenhals.data.source.names import instead

DATA = Path(__file__).parent.parent
STARTERS = {"en": DATA / "starter.yaml", "nl": DATA / "starter.nl.yaml"}
# Where the examples are: packed along with the program, or beside its rooms in a checkout.
EXAMPLES = (DATA / "examples", DATA.parent.parent / "examples")
PROPOSAL = "-proposal"


def starter(language: str = "en") -> str:
    """A small made-up plan, with comments that say how to make it one's own, in that language."""
    return STARTERS[language].read_text(encoding="utf-8")


def examples() -> dict[str, Path]:
    """The example plans by name."""
    folder = next((each for each in EXAMPLES if each.is_dir()), None)
    files = sorted(folder.glob("*.yaml")) if folder else []
    return {file.stem: file for file in files if not file.stem.endswith(PROPOSAL)}


def example(name: str) -> str:
    """The text of an example plan.

    Raises:
        InputError: with the examples that there are, where none is called so.
    """
    known = examples()
    if name not in known:
        raise refused(Place(f"--example {name}"), "is not an example that ships", instead(name, known))
    return known[name].read_text(encoding="utf-8")
