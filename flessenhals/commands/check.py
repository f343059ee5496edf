"""Check: what is wrong or odd with a plan."""

from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared


@shared()
def check(
    asked: Settings,
) -> None:
    """Read a plan and say everything that is wrong or odd with it."""
    from flessenhals.solver.comparison.reconciliation.reconciliation import reconcile  # noqa: PLC0415
    from flessenhals.terminal.progress import progress  # noqa: PLC0415 - `--help` reads no plan

    loaded = asked.load(years=True)
    with progress("check") as watch:
        readings = asked.those_that_agree(loaded.scenarios if asked.scenario is None else ())
        found = reconcile(loaded, watch, readings)
    asked.publish(found)
