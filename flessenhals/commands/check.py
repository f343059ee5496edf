"""Check: what is wrong or odd with a plan."""

from flessenhals.options import (
    ForceOption,
    FormatOption,
    LangOption,
    OutputOption,
    PlanOption,
    ScenarioOption,
    SetOption,
    settings,
)


def check(
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Read a plan and say everything that is wrong or odd with it."""
    asked = settings(plan, scenario, changes, format_, output, force=force, lang=lang)
    from flessenhals.progress import progress  # noqa: PLC0415 - `--help` reads no plan
    from flessenhals.solver.comparison.reconciliation import reconcile  # noqa: PLC0415

    loaded = asked.load()
    with progress("check") as watch:
        found = reconcile(loaded, watch)
    asked.publish(found)
