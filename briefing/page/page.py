"""The page itself: the document laid out, with its style, its script and the data that the script works with."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flessenhals.briefing.brief.by_year.run import AnswerByYear
from flessenhals.briefing.brief.table.measures import unit_of
from flessenhals.briefing.charts.jumps import drawn
from flessenhals.briefing.charts.roles import ALIASES, css
from flessenhals.briefing.document.document import Chart, DataTable
from flessenhals.briefing.page.figures import split_figure
from flessenhals.briefing.page.live import live, reading_name
from flessenhals.briefing.page.live_by_year import live_by_year
from flessenhals.briefing.page.script import DESK, DESK_BY_YEAR, WORKER, joined, packed
from flessenhals.briefing.page.shares import shares
from flessenhals.briefing.text.numbers import given
from flessenhals.briefing.text.table import is_number
from flessenhals.briefing.text.words import say
from flessenhals.constraints.ceiling import Path
from flessenhals.solver.optimum.objective.goals import is_decided
from flessenhals.solver.program.linear_program import MOST_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.briefing.brief.run import Answer
    from flessenhals.briefing.charts.jumps import Jumps
    from flessenhals.briefing.charts.sketch import Sketch
    from flessenhals.briefing.document.document import Block, Document
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Row, Table
    from flessenhals.solver.sensitivity.ladder.ladder import Ladder

HERE = File(__file__).parent
COLUMNS = {"optimum": "optimum", "measure shift": "shift"}
AS_IT_STANDS = re.compile(r"(<(?:style|script|pre)\b.*?</(?:style|script|pre)>)", re.DOTALL)
BETWEEN = re.compile(r">\s*\n\s*<")
NEEDLESS = re.compile(r"</t[dh]>(?=<t[dh][ >]|</tr>)|</tr>(?=<tr[ >]|</t(?:head|body)>)|</li>(?=<li[ >]|</[uo]l>)")


def page(run: Answer | AnswerByYear, language: Language, document: Document, *, alone: bool = False) -> str:
    """The briefing as one offline page: readable as it stands, with a desk that answers where scripts may run.

    Nothing is asked from anywhere, and the page's own policy forbids it: only the style and the script that are in it,
    by their checksums, and a worker made from the text beside them. Every text from a plan is escaped, in the page and
    in the data.

    Args:
        run: everything that was worked out.
        language: of every text and number.
        document: what stands in it.
        alone: whether there is no briefing around the desk.
    """
    one = None if isinstance(run, AnswerByYear) else run
    ladders = [each.ladder for each in one.curves] if one else []
    slid = None
    if isinstance(run, AnswerByYear):
        data = live_by_year(run, language)
        slid = shares(run, language, _series(document)) if data is None else None
    else:
        data = live(run, language) if ladders else None
    script = (HERE / "shares.js").read_text(encoding="utf-8") if slid else joined(*(DESK if one else DESK_BY_YEAR))
    drawn_chain = data is not None and data.get("chain") is not None
    style = styled(document, *(["shares.css"] if slid else []), *(["sketch.css", "chain.css"] if drawn_chain else []))
    solves = data is not None and "program" in data["readings"][0]

    def told(key: str, **values: object) -> str:
        return say(key, language, **values)

    with_proposal = one is not None and bool(one.compared)
    held_against = "proposal" if with_proposal else "asked"
    roles = {told(held_against): "proposal"}
    roles |= {told(key): name for key, name in COLUMNS.items()}
    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=held_together,
    )
    rendered = environment.get_template("page.html.jinja").render(
        document=document,
        language=language,
        policy=policy(style, script),
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - the same
        data=None if data is None else Markup(packed(written(data))),  # noqa: S704 - base 64 alone
        chain=drawn_chain,
        say=told,
        kind=kind,
        shown=shown,
        head=head,
        part=lambda of: f"{100 * min(float(of), 1.0):.4g}",
        short=lambda at: f"{at:.4g}",
        is_number=is_number,
        is_=lambda column: roles.get(column.heading, ""),
        with_proposal=with_proposal,
        worker=Markup(packed(joined(*WORKER))) if solves else None,  # noqa: S704 - our own text, packed
        lines=len(run.plan.lines),
        by_year=one is None,
        behind=" alone" if alone else "",
        shares=None if slid is None else Markup(embedded(slid)),  # noqa: S704 - no sign in it can end its element
        path=_path_name(run),
        stands=_why_it_stands(one),
        splits=[(place, split_figure(each, language)) for place, each in enumerate(_drawn(one))],
        table_of_split="series" if one is None else "measures",
        readings=[reading_name(each.plan, language) for each in ladders],
        proposals=[] if data is None else [each["name"] for each in data["proposals"]],
        ceiling=run.allocation.available,
        ceiling_said=given(run.allocation.available, run.plan.unit, language),
        unit=unit_of(run.plan, language),
    )
    return lean(rendered)


def _why_it_stands(one: Answer | None) -> str:
    """The words that say why a page cannot be moved to another ceiling."""
    if one is not None and one.units is not None:
        return "live none in units"
    many = one is not None and len(one.plan.lines) > MOST_AT_ONCE and is_decided(one.plan)
    return "live none of many" if many else "live none"


def _path_name(run: Answer | AnswerByYear) -> str:
    ceiling = run.allocation.ceiling
    return ceiling.name if isinstance(ceiling, Path) else ""


def _series(document: Document) -> Table:
    """The table of the series in a briefing on a path."""
    blocks = (block for section in document.sections for block in section.blocks)
    return next(block.table for block in blocks if isinstance(block, DataTable) and block.id == "series")


def _drawn(run: Answer | None) -> list[Ladder | Jumps]:
    """The ladders that the page shows a chart of: those that its slider follows, or the one with jumps."""
    if run is None:
        return []
    if run.units is not None:
        return [] if run.units.ladder is None else [drawn(run.units.ladder)]
    return [each.ladder for each in run.curves]


def styled(document: Document, *besides: str) -> str:
    """The page's style as one text, without the blanks that it can do without: its colours come from their roles.

    Args:
        document: for what is drawn in it.
        besides: the style sheets of what else the page shows.
    """
    pictures = sketches(document)
    names = dict.fromkeys(["page.css", *(["sketch.css"] if pictures else []), *besides])
    text = "".join((HERE / name).read_text(encoding="utf-8") for name in names)
    return css() + re.sub(r"\s*([{};:,]|\n)\s*", lambda sign: sign[1].strip(), text) + drawn_with(pictures)


def sketches(document: Document) -> list[Sketch]:
    """The pictures that are drawn in a document, those for narrow screens too."""
    blocks = (block for section in document.sections for block in section.blocks)
    wide = [block.sketch for block in blocks if isinstance(block, Chart) and block.sketch is not None]
    return [*wide, *(each.tall for each in wide if each.tall is not None)]


def drawn_with(pictures: Iterable[Sketch]) -> str:
    """A rule for each role that is drawn with in these pictures: filled, and as a line."""
    filled: dict[str, None] = {}
    lines: dict[str, None] = {}
    for each in pictures:
        filled |= dict.fromkeys(area.role for area in each.areas if area.role and not area.is_hatched)
        filled |= dict.fromkeys(label.role for label in each.labels if label.role != "ink")
        lines |= dict.fromkeys(area.edge for area in each.areas if area.edge)
        lines |= dict.fromkeys(stroke.role for stroke in each.strokes)
    return "".join(
        f".sketch .{kind}-{role}{{{said}:var(--{ALIASES.get(role, role)})}}"
        for kind, said, used in (("fill", "fill", filled), ("line", "stroke", lines))
        for role in used
    )


def policy(style: str, script: str) -> str:
    """What the page may do: dress itself, run its own script and the worker that this makes; nothing to anywhere."""
    sums = {
        name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for name, text in (("style-src", style), ("script-src", script))
    }
    allowed = "; ".join(f"{name} 'sha256-{digest}'" for name, digest in sums.items())
    return f"default-src 'none'; {allowed}; worker-src blob:; base-uri 'none'; form-action 'none'"


def lean(text: str) -> str:
    r"""A page without line breaks between its elements, and without the end tags that a reader of HTML does not need.

    >>> lean("<table>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</table>")
    '<table><tr><td>1<td>2</tr></table>'
    """
    parts = AS_IT_STANDS.split(text)
    for place in range(0, len(parts), 2):
        parts[place] = NEEDLESS.sub("", BETWEEN.sub("><", parts[place]))
    return "".join(parts)


def written(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Data as JSON without spare blanks."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def embedded(data: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    """Data as JSON in which no text can end the element that it stands in."""
    return written(data).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def held_together(written: Any) -> Any:  # noqa: ANN401 - whatever a template shows
    """A text in which no line breaks between the sign of the euro and its amount."""
    plain = isinstance(written, str) and not hasattr(written, "__html__")
    return written.replace("€ ", "€\u00a0") if plain else written


def kind(block: Block) -> str:
    """What a block is, by the name of its template."""
    return type(block).__name__


def shown(table: Table, row: Row) -> list[str]:
    """A row's cells as people read them."""
    return [table.shown(column, cell) for column, cell in zip(table.columns, row.cells, strict=True)]


def head(table: Table) -> int:
    """Which column names its row: the first with a text, or else the first."""
    return next((place for place, column in enumerate(table.columns) if column.kind == "text"), 0)
