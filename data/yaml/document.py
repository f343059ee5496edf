"""From a YAML text to a located tree, with everything refused that a plan has no use for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from flessenhals.data.source.errors import Fault, InputError, Place, refused
from flessenhals.data.source.files import MOST_BYTES
from flessenhals.data.source.names import begin_anew
from flessenhals.data.source.tree import Blank, Items, Mapping, Node, Text
from flessenhals.solver.plan.message import told
from flessenhals.solver.plan.soundness.texts import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NODES = 20_000
MOST_DEPTH = 12
TOO_DEEP = told("is nested more than {most} deep", most=MOST_DEPTH), "a plan needs no more than six"

LOADER: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
BLANKS = frozenset({"", "~", "null", "Null", "NULL"})
# What YAML forbids anywhere, and the three breaks that YAML counts as a line and editors do not. Texts within are held
# against a longer list where they are read.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Composed:
    """What a text turned out to hold.

    Attributes:
        root: the tree; None where the text is empty.
        faults: keys that stand twice. The first of them counts, so that the rest can be read as well.
    """

    def __init__(self, root: Node | None, faults: list[Fault]) -> None:
        self.root = root
        self.faults = faults


def compose(text: str, file: str, *, at: Place | None = None) -> Composed:
    """A YAML text as a located tree.

    Args:
        text: the text.
        file: what its places are named after.
        at: the one place of everything, for a text that is no file.

    Raises:
        InputError: where it is not YAML, has anchors, aliases, tags, merge keys or several documents, or is too large.
    """
    begin_anew()
    _refuse_unusable(text, file, at)
    building = _Building(file, at)
    try:
        for event in yaml.parse(text.removeprefix("\ufeff"), LOADER):
            building.take(event)
    except yaml.MarkedYAMLError as error:
        from flessenhals.data.yaml.syntax import in_plain_words  # noqa: PLC0415 - only YAML that is wrong needs it

        line, column, wrong, write = in_plain_words(error, text)
        if "nesting depth" in (error.problem or ""):  # newer parsers look ahead and give up before we count so far
            wrong, write = TOO_DEEP
        raise InputError(
            [*building.forbidden, Fault(at or Place(file, line, column), None, None, wrong, write)]
        ) from None
    if building.forbidden:
        raise InputError([*building.forbidden, *building.repeated])
    return Composed(building.root, building.repeated)


def _refuse_unusable(text: str, file: str, at: Place | None) -> None:
    if len(text) > MOST_BYTES:
        raise refused(at or Place(file), "is larger than 1 MB", "put the lines in a table beside the plan")
    found = FORBIDDEN.search(text, pos=1 if text.startswith("\ufeff") else 0)
    if found:
        before = text[: found.start()]
        place = at or Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise refused(place, told(UNSEEN, number=f"U+{ord(found[0]):04X}"), "remove it")


class _Building:
    """Takes parsing events one by one and grows the tree; its own stack, so that no nesting can exhaust Python's."""

    def __init__(self, file: str, at: Place | None) -> None:
        self.file = file
        self.at = at
        self.root: Node | None = None
        self.forbidden: list[Fault] = []
        self.repeated: list[Fault] = []
        self._open: list[Items | Mapping] = []
        self._keys: list[Text | None] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise InputError(
                    [*self.forbidden, self._fault(event, "a second document begins here", "keep one plan a file")]
                )
        elif isinstance(event, yaml.NodeEvent):
            self._take_node(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _take_node(self, event: yaml.NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            wrong = told("there are more than {most} values", most=MOST_NODES)
            raise InputError([self._fault(event, wrong, "put the lines in a table beside the plan")])
        self.forbidden.extend(self._forbidden_about(event))
        place = self._place(event)
        node: Node = Blank(place)
        if isinstance(event, yaml.ScalarEvent) and not self._is_blank(event):
            node = Text(event.value, place)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = Items(place)
        elif isinstance(event, yaml.MappingStartEvent):
            node = Mapping(place)
        self._attach(node, event)
        if isinstance(node, Items | Mapping):
            self._open.append(node)
            self._keys.append(None)
            if len(self._open) > MOST_DEPTH:
                raise InputError([self._fault(event, *TOO_DEEP)])

    def _attach(self, node: Node, event: yaml.NodeEvent) -> None:
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1], self._keys[-1]
        if isinstance(parent, Items):
            parent.append(node)
        elif key is None:
            self._keys[-1] = self._key(node, event)
        else:
            self._keys[-1] = None
            if key not in parent:
                parent.with_entry(str(key), node, key.place)
                return
            first = parent.key_place(key).line
            wrong = told("stands twice, first on line {first}", first=first) if first else "stands twice"
            self.repeated.append(Fault(key.place, None, key, wrong, "keep one of them"))

    def _key(self, node: Node, event: yaml.NodeEvent) -> Text:
        if isinstance(node, Items | Mapping):
            raise InputError(
                [
                    *self.forbidden,
                    self._fault(event, "a list or mapping cannot be a key", "write one word before the ':'"),
                ]
            )
        if isinstance(event, yaml.ScalarEvent) and event.value == "<<" and not event.style:
            self.forbidden.append(self._fault(event, "a merge key '<<' is not read", "write the values out"))
        return Text(event.value if isinstance(event, yaml.ScalarEvent) else "", node.place)

    def _forbidden_about(self, event: yaml.NodeEvent) -> Iterator[Fault]:
        if isinstance(event, yaml.AliasEvent):
            yield self._fault(
                event, told("an alias '*{anchor}' is not read", anchor=event.anchor), "write the value out"
            )
            return
        if event.anchor is not None:
            yield self._fault(
                event,
                told("an anchor '&{anchor}' is not read", anchor=event.anchor),
                "write the value out where it is needed",
            )
        tag = event.tag if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) else None
        if tag is not None:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            yield self._fault(event, told("a tag '{shown}' is not read", shown=shown), "leave the tag out")

    @staticmethod
    def _is_blank(event: yaml.ScalarEvent) -> bool:
        return not event.style and event.value in BLANKS

    def _place(self, event: yaml.Event) -> Place:
        if self.at:
            return self.at
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)

    def _fault(self, event: yaml.Event, wrong: str, write: str) -> Fault:
        return Fault(self._place(event), None, None, wrong, write)
