"""Lines: what can be asked for by id."""

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


def lines(
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
    """The lines of a plan with their ids, for --set, --keep, --drop and --line."""
    asked = settings(plan, scenario, (changes, rules, keeps, drops), format_, output, force=force, lang=lang)
    from flessenhals.solver.plan.listing import LineListing  # noqa: PLC0415 - `--help` reads no plan

    asked.publish(LineListing(asked.load(years=True)))
