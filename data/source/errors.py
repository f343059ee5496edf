"""What is said about input that cannot be used: where it stands, what is wrong, what to write instead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from flessenhals.solver.plan.message import Message, in_english, spoken, told

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flessenhals.solver.plan.message import Translate

MOST_SHOWN = 20
LONGEST_TYPED = 60
LONGEST_OPTION = 200
CALLED: dict[str | None, str] = {"of": "of:"}  # a field that would be read as a word of the sentence
MOST_FAULTY_ITEMS = 200  # in a list: those after them were read no further
READ_NO_FURTHER = ("was read no further", "mend what stands above first")


class Place(NamedTuple):
    """Where something was typed: `plan.yaml:12:9`, `lines.xlsx:Lines!C4`, `--set lines.nfi.minimum=4`.

    Attributes:
        file: the file as its reader knows it, or the option on the command line.
        line, column: counted from 1; None where there is no such thing.
        cell: the address in a spreadsheet, shown instead of line and column.
    """

    file: str
    line: int | None = None
    column: int | None = None
    cell: str | None = None

    def __str__(self) -> str:
        return self.said(in_english)

    @property
    def option(self) -> tuple[str, str] | None:
        """The option or argument on the command line, and what was typed behind it; None for a place in a file."""
        if isinstance(self.file, Message):
            return str(self.file), ""
        name, _, typed = self.file.partition(" ")
        return (name, typed) if name.startswith("--") else None

    def said(self, translate: Translate) -> str:
        """The place as text, with what is not a file, such as `ceiling`, named in the reader's language."""
        numbers = [self.cell] if self.cell else [number for number in (self.line, self.column) if number]
        name = spoken(self.file, translate) if isinstance(self.file, Message) else self.file
        return ":".join(map(str, [name or "''", *numbers]))


class Fault(NamedTuple):
    """One thing that has to be mended: `plan.yaml:12:9: minimum '400,5' is not a number -> write 400.5`.

    Attributes:
        place: where it stands.
        field: the name of what is wrong, as it stands in a file, or in words as a Message; may be left out.
        typed: the text as it stands there; may be left out.
        wrong: what is wrong with it; made with `told` where there are values in it.
        write: what to do instead, likewise.
    """

    place: Place
    field: str | None
    typed: str | None
    wrong: str
    write: str

    def __str__(self) -> str:
        return self.said(in_english)

    def said(self, translate: Translate) -> str:
        """The fault in the reader's language, on one line."""
        typed = None if self.typed is None else quoted(self.typed)
        field = spoken(self.field, translate) if isinstance(self.field, Message) else CALLED.get(self.field, self.field)
        what = " ".join(part for part in (field, typed, spoken(self.wrong, translate)) if part)
        return visible(f"{self.place.said(translate)}: {what} -> {spoken(self.write, translate)}")

    def to_dict(self, translate: Translate) -> dict[str, Any]:
        """The fault as plain data in the reader's language; None for what it does not have.

        Of what was typed as an option there is no file: the option is the field where no other is named, what was typed
        behind it the value; where something in it is meant, the whole of it stands under `option`.
        """
        given = self.place.option
        name, typed = given or (None, None)
        return {
            "file": None if given else self.place.file or None,
            "line": self.place.line,
            "column": self.place.column,
            **({"cell": self.place.cell} if self.place.cell else {}),
            **({"option": f"{name} {typed}"} if typed else {}),
            "field": self.field or name,
            "value": self.typed if self.typed is not None else typed or None,
            "problem": spoken(self.wrong, translate),
            "advice": spoken(self.write, translate),
        }


class InputError(ValueError):
    """Input that cannot be used; its text names every fault, in the order of the file, at most 20.

    Attributes:
        faults: all of them.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = _in_file_order(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return self.said(in_english)

    def said(self, translate: Translate) -> str:
        """The faults in the reader's language, a line each."""
        shown = [fault.said(translate) for fault in self.faults[:MOST_SHOWN]]
        left = len(self.faults) - len(shown)
        return "\n".join([*shown, *([spoken(told("... and {count} more", count=left), translate)] if left else [])])


def refused(place: Place, wrong: str, write: str) -> InputError:
    """The error of one fault that is no single field's."""
    return InputError([Fault(place, None, None, wrong, write)])


def quoted(typed: str) -> str:
    """A text between quotes as it was typed, cut where it is long, with what cannot be seen spelled out."""
    return f"'{visible(cut(typed, LONGEST_TYPED))}'"


def option(name: str, typed: str) -> Place:
    """The place of what was typed behind an option on the command line: `--set lines.nfi.minimum=4`."""
    return Place(f"--{name} {cut(typed, LONGEST_OPTION)}")


def cut(text: str, most: int) -> str:
    """A text, cut where it is longer than that."""
    return text if len(text) <= most else f"{text[:most]}..."


def visible(text: str) -> str:
    """A text on one line, with what cannot be seen or would steer a terminal spelled out."""
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text)


def _in_file_order(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    unique = list(dict.fromkeys(faults))
    files = {file: rank for rank, file in reversed(list(enumerate(fault.place.file for fault in unique)))}
    return tuple(
        sorted(unique, key=lambda fault: (files[fault.place.file], fault.place.line or 0, fault.place.column or 0))
    )
