"""The page's scripts put together: modules that are written and tested apart become one text that needs no other."""

from __future__ import annotations

import base64
import re
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "js"
SOLVER = ("fraction", "checker", "simplex", "quick", "vertex", "stages", "question", "answer")
WORKER = (*SOLVER, "bottle", "worker")
BEFORE = ("fraction", "dom", "pictures", "engine", "numbers", "findings", "locks")
BEHIND = ("rail", "state", "going", "asking", "showing", "controls", "acts", "desk")
DESK = (*BEFORE, "table", *BEHIND, "start")
DESK_BY_YEAR = (*BEFORE, "course", "series", *BEHIND, "start_by_year")
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z_]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=const |function |class )", re.MULTILINE)
NAMED = re.compile(r"^(?:async )?(?:const|let|function|class) (\w+)", re.MULTILINE)
COMMENT = re.compile(r"^ */\*\*.*?\*/\n|^ *//[^\n]*\n", re.MULTILINE | re.DOTALL)
STRING = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
PATTERN = r"/(?![ /*=])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
LITERAL = re.compile(f"{STRING}|{PATTERN}")
BESIDE = re.compile(r" *([{}()\[\];,:?=<>&|*%!]) *| *\n\s*")
AFTER = re.compile(r"([{(\[;,:?=&|])\n")


@cache
def joined(*modules: str) -> str:
    """Modules as one script, each behind those that it imports from; without their comments and spare blanks.

    Their names share one scope: no two modules may have a name in common.

    Args:
        modules: their names without `.js`.

    Raises:
        ValueError: where one imports from a module that does not come before it, or two have a name in common.
    """
    for place, name in enumerate(modules):
        absent = set(IMPORT.findall(_written(name))) - set(modules[:place])
        if absent:
            raise ValueError(f"{name}.js imports from {', '.join(sorted(absent))}, which do not come before it")
    names = Counter(name for module in modules for name in NAMED.findall(plain(module)))
    twice = [name for name, times in names.items() if times > 1]
    if twice:
        raise ValueError(f"in one script {', '.join(twice)} would stand for two things")
    return "".join(squeezed(plain(name)) for name in modules)


def packed(text: str) -> str:
    """A text deflated, in base 64: what a page carries at less than half its size, and unpacks by itself."""
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def plain(module: str) -> str:
    """A module as it is written, without what it imports, the word before what it exports, and comments."""
    return EXPORT.sub("", IMPORT.sub("", COMMENT.sub("", _written(module))))


def _written(module: str) -> str:
    return (HERE / f"{module}.js").read_text(encoding="utf-8")


def squeezed(text: str) -> str:
    r"""A script without the blanks that it can do without; what stands in strings and patterns stays as it is.

    Lines stay apart, except behind a sign after which a statement cannot end.

    >>> squeezed("const a = (b) => {\n  return b / 2;\n};\n")
    'const a=(b)=>{return b / 2;};'
    """
    found, last = [], 0
    for literal in LITERAL.finditer(text):
        found += [_bare(text[last : literal.start()]), literal[0]]
        last = literal.end()
    found.append(_bare(text[last:]))
    return "".join(found)


def _bare(code: str) -> str:
    """Code between two strings without spare blanks."""
    return AFTER.sub(r"\1", BESIDE.sub(lambda beside: beside[1] or "\n", code))
