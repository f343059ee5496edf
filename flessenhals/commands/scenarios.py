"""Scenarios: what can be asked for by id."""

from flessenhals.terminal.options import ForceOption, FormatOption, LangOption, OutputOption, PlanOption, settings


def scenarios(
    plan: PlanOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """The scenarios of a plan by the names that --scenario takes."""
    asked = settings(plan, None, (), format_, output, force=force, lang=lang)
    from flessenhals.solver.plan.listing import ScenarioListing  # noqa: PLC0415 - `--help` reads no plan

    asked.publish(ScenarioListing(asked.load(years=True)))
