"""Check: what is wrong or odd with a plan."""

from flessenhals.terminal.options import (
    DropOption,
    ForceOption,
    FormatOption,
    KeepOption,
    LangOption,
    OutputOption,
    PlanOption,
    RuleOption,
    ScenarioOption,
    SetOption,
    settings,
)


def check(
    plan: PlanOption = None,
    scenario: ScenarioOption = None,
    changes: SetOption = None,
    rules: RuleOption = None,
    keeps: KeepOption = None,
    drops: DropOption = None,
    format_: FormatOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = "en",
) -> None:
    """Read a plan and say everything that is wrong or odd with it."""
    asked = settings(plan, scenario, (changes, rules, keeps, drops), format_, output, force=force, lang=lang)
    from flessenhals.solver.comparison.reconciliation import reconcile  # noqa: PLC0415
    from flessenhals.terminal.progress import progress  # noqa: PLC0415 - `--help` reads no plan

    loaded = asked.load(years=True)
    with progress("check") as watch:
        readings = [asked.under(name) for name in loaded.scenarios] if scenario is None else []
        found = reconcile(loaded, watch, readings)
    asked.publish(found)
