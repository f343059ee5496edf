"""No test can wait for ever, and none depends on what a shell left of the signals."""

import signal

import pytest

HOUR = 3_600


def pytest_configure() -> None:
    """Interrupts are heard, also where a script started the tests in the background, which ignores them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is marked `long` gets an hour instead of minutes."""
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.timeout(HOUR))
