"""What the house weighs: lines of code per room, and how often it reads an identity from text or asks for a kind.

    python bench/structure.py [FOLDER ...]

For every folder, a checkout of the project: lines of code per room (without blank lines, comments and docstrings); the
places that take an id apart or put one together as text; those that decide on the kind of a constraint; the results
that put themselves into plain data by hand; and the imports inside functions. What `data` takes apart are the words of
a user's file, so it is not counted there.
"""

from __future__ import annotations

import ast
import sys
import tokenize
from pathlib import Path

ROOMS = ("constraints", "solver", "data", "briefing", "flessenhals")
APART = {"partition", "rpartition", "split", "rsplit"}
ENDINGS = (".minimum", ".maximum", ".at_least", ".at_most")
PLAIN = {"to_dict", "records", "record", "frame"}
# The columns of a table, claims and remarks have kinds too.
OTHERS = {"column", "columns", "claim", "cls", "block", "remark"}


def main(folders: list[str]) -> None:
    """Print the counts of every folder beside each other."""
    counted = [counts(Path(folder)) for folder in folders or ["."]]
    names = list(dict.fromkeys(name for found in counted for name in found))
    print(f"{'':42}" + "".join(f"{folder[-16:]:>18}" for folder in folders or ["."]))
    for name in names:
        print(f"{name:42}" + "".join(f"{found.get(name, 0):18,}" for found in counted))


def counts(top: Path) -> dict[str, int]:
    """The counts of one checkout."""
    found: dict[str, int] = {}
    for room in ROOMS:
        files = [path for path in sorted((top / room).rglob("*.py")) if not _is_linked(path, top / room)]
        trees = [ast.parse(path.read_text("utf-8")) for path in files]
        found[f"lines of code: {room}"] = sum(map(lines_of_code, files))
        for name, count in (
            *([] if room == "data" else [("ids taken apart or made as text", _ids)]),
            ("decisions on a constraint's kind", _kinds),
            ("to_dict, records, record, frame", _plain),
            ("float(", _floats),
            ("imports inside functions", _late),
        ):
            found[name] = found.get(name, 0) + sum(count(tree) for tree in trees)
    total = sum(number for name, number in found.items() if name.startswith("lines of code"))
    return {"lines of code: all": total, **found}


def lines_of_code(path: Path) -> int:
    """The lines of a file that are neither blank, nor a comment, nor part of a docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    told = {line for node in ast.walk(tree) if (text := _docstring(node)) for line in _span(text)}
    with tokenize.open(path) as file:
        code = {
            line
            for token in tokenize.generate_tokens(file.readline)
            if token.type not in {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}
            and token.string
            for line in range(token.start[0], token.end[0] + 1)
        }
    return len(code - told)


def _is_linked(path: Path, room: Path) -> bool:
    return any((room / Path(*path.relative_to(room).parts[:depth])).is_symlink() for depth in (1, 2))


def _docstring(node: ast.AST) -> ast.Expr | None:
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    first = node.body[0] if isinstance(node, holders) and node.body else None
    told = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return first if told and isinstance(first, ast.Expr) else None


def _span(node: ast.Expr) -> range:
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _ids(tree: ast.Module) -> int:
    return sum(_takes_apart(node) or _puts_together(node) for node in ast.walk(tree))


def _takes_apart(node: ast.AST) -> bool:
    call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in APART
    if not call or not isinstance(node, ast.Call) or not node.args:
        return False
    return isinstance(node.args[0], ast.Constant) and node.args[0].value in {".", "@"}


def _puts_together(node: ast.AST) -> bool:
    if not isinstance(node, ast.JoinedStr):
        return False
    last = node.values[-1] if node.values else None
    return isinstance(last, ast.Constant) and str(last.value).endswith(ENDINGS)


def _kinds(tree: ast.Module) -> int:
    """Comparisons with the `.kind` of anything that is not a column, and look-ups by it."""
    found = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            found += any(map(_is_kind, (node.left, *node.comparators)))
        elif isinstance(node, ast.Subscript):
            found += _is_kind(node.slice)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
            found += any(map(_is_kind, node.args))
    return found


def _is_kind(node: ast.AST) -> bool:
    if not isinstance(node, ast.Attribute) or node.attr != "kind":
        return False
    holder = node.value
    while isinstance(holder, ast.Subscript):
        holder = holder.value
    return (holder.attr if isinstance(holder, ast.Attribute) else getattr(holder, "id", "")) not in OTHERS


def _plain(tree: ast.Module) -> int:
    return sum(isinstance(node, ast.FunctionDef) and node.name in PLAIN for node in ast.walk(tree))


def _floats(tree: ast.Module) -> int:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return sum(isinstance(node.func, ast.Name) and node.func.id == "float" for node in calls)


def _late(tree: ast.Module) -> int:
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    return sum(isinstance(node, (ast.Import, ast.ImportFrom)) for function in functions for node in ast.walk(function))


if __name__ == "__main__":
    main(sys.argv[1:])
