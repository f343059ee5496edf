"""Scenarios: what can be asked for by id."""

from flessenhals.terminal.settings import Settings
from flessenhals.terminal.shared import WISHES, shared


@shared(without=("scenario", *WISHES))
def scenarios(
    asked: Settings,
) -> None:
    """The scenarios of a plan by the names that --scenario takes."""
    from flessenhals.solver.plan.listing import ScenarioListing  # noqa: PLC0415 - `--help` reads no plan

    asked.publish(ScenarioListing(asked.load(years=True)))
