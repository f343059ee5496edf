"""Every message that the project can say about what cannot be used, as its sources write it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
ROOMS = ("constraints", "solver", "data", "briefing", "flessenhals")
# Where a message stands among what these are called with: by place, or by name.
SAID = {
    "told": (0,),
    "Fault": (3, 4),
    "refused": (1, 2),
    "fault": (3, 4),
    "misfit": (2, 3),
    "read_fields": (1,),
    "read_text": (2,),
    "Form": (0,),
    "part": (0,),
    "_number": (0,),
    "_reserved": (1,),
    "_says": (0,),
    "_refused": (2, 3),
    "_fault": (1, 2),
    "NumberError": (0, 1),
    "PathError": (1, 2),
    "Problem": (1, 2),
    "TemplateError": (0, 1),
    "Unreadable": (2, 3),
    "OutputError": (0,),
    "TargetError": (0,),
    "DrawingError": (0,),
    "MissingExtraError": (0,),
    "SimulationError": (0,),
    "NotProvedError": (0,),
    "NotRoundedError": (0,),
    "NoCurveError": (0,),
    "TooLargeError": (0,),
    "BadParameter": (0,),
}
NAMING = {"read_fields"}  # a single word here is a name in the plan, the same in every language
VARIABLES = {
    "wrong",
    "write",
    "rule",
    "TOO_LITTLE",
    "CROWDED",
    "UNSEEN",
    "EACH",
    "POINT_IN_DOUBT",
    "SAVE_AS_CSV",
    "OTHERWISE",
}
ADVISING = ("write ", "save ", "give ", "name ", "leave ", "put ", "check ", "mend ", "keep ", "separate ", "remove ")
REFUSING = ("data/", "briefing/writers/docx/archive.py")
SPEAKING = ("briefing/results/", "briefing/brief/")  # tables and texts, with a `part` and a `wrong` of their own
# Functions that return what is wrong and what to write, and constants that hold both.
EXPLAINING = {"data/fields/misread.py", "data/source/names.py", "data/yaml/syntax.py"}
PAIRS = 2


def messages() -> dict[str, str]:
    """Every template of a message, and a file in which it stands."""
    found: dict[str, str] = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if any(parent.is_symlink() for parent in path.parents) or "/words/" in name or name.startswith(SPEAKING):
                continue
            for text in _in(ast.parse(path.read_text(encoding="utf-8")), name):
                found.setdefault(text, name)
    return found


def interpolated() -> list[str]:
    """The places in which a message is put together by an f-string, so that nobody could say it in another language."""
    found = []
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if any(parent.is_symlink() for parent in path.parents):
                continue
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found += [
                f"{path.relative_to(ROOT)}:{argument.lineno}"
                for argument in _arguments(tree)
                for part in _branches(argument)
                if isinstance(part, ast.JoinedStr)
            ]
    return found


def _in(tree: ast.Module, name: str) -> Iterator[str]:
    for argument in _arguments(tree):
        yield from _texts(argument)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and any(getattr(each, "id", "") in VARIABLES for each in node.targets):
            yield from _texts(node.value)
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and name in EXPLAINING:
            for value in node.value.elts:
                yield from _texts(value)
    for statement in tree.body if name.startswith(REFUSING) else ():
        if isinstance(statement, ast.Assign):
            yield from _pairs(statement.value)
            yield from (text for text in _texts(statement.value) if text.startswith(ADVISING))


def _pairs(value: ast.expr) -> Iterator[str]:
    """What is wrong and what to write, where a constant holds both."""
    for node in ast.walk(value):
        if isinstance(node, ast.Tuple):
            texts = [each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if len(texts) == len(node.elts) >= PAIRS and all(" " in each for each in texts[-2:]):
                yield from texts[-2:]


def _arguments(tree: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", "")
        if isinstance(node.func, ast.Attribute) and node.func.attr.endswith(("Error", "_fault", "BadParameter")):
            called = node.func.attr
        for place in SAID.get(called, ()):
            if place < len(node.args) and not (called in NAMING and _is_a_word(node.args[place])):
                yield node.args[place]


def _is_a_word(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value


def _branches(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.IfExp):
        yield from (*_branches(node.body), *_branches(node.orelse))
    elif isinstance(node, ast.BoolOp):
        for each in node.values:
            yield from _branches(each)
    else:
        yield node


def _texts(node: ast.expr) -> Iterator[str]:
    for part in _branches(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
            yield part.value
