"""Lines: what can be asked for by id."""

from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import shared


@shared()
def lines(
    asked: Settings,
) -> None:
    """The lines of a plan with their ids, for --set, --keep, --drop and --line."""
    from flessenhals.solver.plan.listing import LineListing  # noqa: PLC0415 - `--help` reads no plan

    asked.publish(LineListing(asked.load(years=True)))
