"""A document for people: what it says, apart from the format in which it is written.

A document is frozen data, built once and handed to a writer per format. Texts are finished sentences in the document's
language, without markup; amounts inside tables are exact fractions, so that a writer decides how to show them and a
spreadsheet gets real numbers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.briefing.text.table import only

if TYPE_CHECKING:
    from datetime import datetime
    from fractions import Fraction

    from flessenhals.briefing.charts.sketch import Sketch
    from flessenhals.briefing.text.language import Language
    from flessenhals.briefing.text.table import Table


@dataclass(frozen=True)
class Properties:
    """What a file tells about itself to whoever looks for it.

    Attributes:
        subject: what the document is about, in one sentence.
        keywords: words to find it by.
        creator: the program that made it, with its version.
        created: when, in UTC.
    """

    subject: str
    keywords: tuple[str, ...]
    creator: str
    created: datetime


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of running text.

    Attributes:
        text: one or more sentences.
        strong: whether it carries the message and stands out.
    """

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Bullets:
    """Sentences that belong together, an item each.

    Attributes:
        items: at least one.
        ordered: whether their order counts, so that they are numbered.
    """

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True)
class KeyFigure:
    """A figure that is seen before anything is read.

    Attributes:
        id: what it is, the same in every language: `ceiling`, `allocated`, `coverage`, `unspent`.
        label: what it is called.
        figure: as it is printed, with its unit.
    """

    id: str
    label: str
    figure: str


@dataclass(frozen=True)
class KeyFigures:
    """A few figures side by side."""

    figures: tuple[KeyFigure, ...]


class Bars(NamedTuple):
    """What stands beside each other in a row, each as a part of the largest amount in the table.

    Attributes:
        proposal, optimum, asked: pure numbers from 0 to 1.
    """

    proposal: Fraction
    optimum: Fraction
    asked: Fraction


@dataclass(frozen=True)
class DataTable:
    """A table with its caption above it.

    Attributes:
        id: what it is, the same in every language: `measures`, `around`, `sources`.
        table: its title is the caption; its columns are the header row and say what their cells are (`text`, `figure`,
            `amount`, `change`, `share`, `count`); its rows have the roles `line`, `subtotal` and `total`; its notes
            stand below it. Amounts are exact, with the number of decimals to show beside them.
        widths: how wide the columns are to each other, where it matters; empty to leave it to the writer.
        bars: per row its bars, None for a row without any; empty for a table without any.
    """

    id: str
    table: Table
    widths: tuple[float, ...] = ()
    bars: tuple[Bars | None, ...] = ()

    def without_empty_texts(self) -> DataTable:
        """The same table without the columns of text in which no row says anything."""
        columns = self.table.columns
        kept = [
            place
            for place, column in enumerate(columns)
            if column.kind != "text" or any(row.cells[place] for row in self.table.rows)
        ]
        widths = tuple(self.widths[place] for place in kept) if self.widths else ()
        return DataTable(self.id, only(self.table, kept), widths, self.bars)


@dataclass(frozen=True)
class Chart:
    """A chart with its caption, in words too, and with the figures that it is drawn from.

    Attributes:
        id: what it is, the same in every language: `split`, `shift`.
        caption: what it shows, in a few words.
        spec: a Vega-Lite specification; None where it is drawn from its shapes.
        alternative: what a reader who cannot see it needs to know, in words.
        data: the figures behind it.
        shown_in: the id of a table in the document that has these figures already; empty where a writer adds them.
        sketch: the drawing as shapes in their places, where it has no specification.
    """

    id: str
    caption: str
    spec: dict[str, Any] | None
    alternative: str
    data: Table
    shown_in: str = ""
    sketch: Sketch | None = None


@dataclass(frozen=True)
class Verbatim:
    """What is copied sign by sign: a command, a checksum. Set in type of one width."""

    text: str


Block = Paragraph | Bullets | KeyFigures | DataTable | Chart | Verbatim


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it.

    Attributes:
        id: what it is about, the same in every language: `message`, `measures`, `why`, `firmness`, `assumptions`,
            `traceability`, `annex-sources`; to link to.
        heading: with its number or letter in front.
        blocks: in reading order.
        annex: whether it belongs to the annex, which begins on a page of its own.
    """

    id: str
    heading: str
    blocks: tuple[Block, ...]
    annex: bool = False


@dataclass(frozen=True)
class Document:
    """A document from its first line to its annex.

    Attributes:
        title: its heading, which is the answer in a sentence, and the first of its properties.
        eyebrow: the line above it: of which plan, ceiling, reading and date.
        language: of every text and number in it.
        properties: what the file tells about itself.
        sections: in reading order, the annex last.
        standfirst: below the heading: why, what is possible and what would help; empty where there is no more to say.
    """

    title: str
    eyebrow: str
    language: Language
    properties: Properties
    sections: tuple[Section, ...] = field(default=())
    standfirst: str = ""
