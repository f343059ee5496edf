"""No test can wait for ever, and none depends on what a shell left of the signals."""

from __future__ import annotations

import re
import signal
from typing import TYPE_CHECKING

import pytest

from flessenhals.constraints import KINDS
from flessenhals.data.source.errors import Fault
from flessenhals.solver.plan.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flessenhals.solver.plan.message import Translate

HOUR = 3_600


def pytest_configure() -> None:
    """Interrupts are heard, also where a script started the tests in the background, which ignores them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is marked `long` gets an hour instead of minutes."""
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(HOUR))


@pytest.fixture(autouse=True)
def _every_fault_that_is_said_has_its_dutch(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever a test provokes, in either language, can be said in Dutch: also what no reading of the sources finds."""
    said: set[str] = set()
    in_words = Fault.said

    def heard(fault: Fault, translate: Translate) -> str:
        said.update(_templates(fault.wrong), _templates(fault.write))
        if isinstance(fault.field, Message):
            said.update(_templates(fault.field))
        return in_words(fault, translate)

    monkeypatch.setattr(Fault, "said", heard)
    yield
    if said:
        from flessenhals.briefing.text.words.errors import DUTCH  # noqa: PLC0415 - for tests that refuse something

        assert sorted(text for text in said - set(DUTCH) if re.search("[a-z]", text) and text not in KINDS) == []


def _templates(text: str) -> Iterator[str]:
    yield text.template if isinstance(text, Message) else text
    for value in text.values.values() if isinstance(text, Message) else ():
        if isinstance(value, Message):
            yield from _templates(value)
