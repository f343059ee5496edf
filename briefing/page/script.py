"""The page's scripts put together: modules that are written and tested apart become one text that needs no other."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent / "js"
SOLVER = ("fraction", "checker", "simplex", "stages", "question", "answer")
WORKER = (*SOLVER, "worker")
IMPORT = re.compile(r'^import \{[^}]*\} from "\./([a-z]+)\.js";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=const |function |class )", re.MULTILINE)
COMMENT = re.compile(r"^ */\*\*.*?\*/\n|^ *//[^\n]*\n", re.MULTILINE | re.DOTALL)
BLANK = re.compile(r"\n\s*")


@cache
def joined(*modules: str) -> str:
    """Modules as one script, each behind those that it imports from; without their comments and indents.

    Their names share one scope: no two modules may have a name in common.

    Args:
        modules: their names without `.js`.

    Raises:
        ValueError: where one imports from a module that does not come before it.
    """
    parts = []
    for place, name in enumerate(modules):
        text = (HERE / f"{name}.js").read_text(encoding="utf-8")
        absent = set(IMPORT.findall(text)) - set(modules[:place])
        if absent:
            raise ValueError(f"{name}.js imports from {', '.join(sorted(absent))}, which do not come before it")
        parts.append(EXPORT.sub("", IMPORT.sub("", COMMENT.sub("", text))))
    return BLANK.sub("\n", "".join(parts))
