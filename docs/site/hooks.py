"""What the documentation site makes of the code itself: the command reference, the interface from Python, and formulas.

mkdocs calls these by their names. Nothing is fetched: formulas become MathML here, which browsers draw by themselves.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer.main
from latex2mathml.converter import convert
from mkdocs.structure.files import File

from flessenhals import _HOMES
from flessenhals.cli import COMMANDS, app

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

PROJECT = Path(__file__).resolve().parents[2]
HOME = "https://github.com/flessenhals/flessenhals"
RAW = HOME.replace("github.com", "raw.githubusercontent.com")
HERE = re.compile(rf"^({HOME}/(blob|tree)/main|{RAW}/main)/")
CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
DISPLAY, INLINE = re.compile(r"\$\$(.+?)\$\$", re.DOTALL), re.compile(r"\$(\S(?:[^$\n]*?\S)?)\$")
# Pages of the site that lie at the top of the project, or in a folder that is no part of the site's pages.
COPIED = {
    "index.md": "README.md",
    "contributing.md": "CONTRIBUTING.md",
    "changelog.md": "CHANGELOG.md",
    "security.md": "SECURITY.md",
    "plans.md": "examples/README.md",
}
LINK = re.compile(r"\]\(([^)\s]+)\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made from the code, and those that lie elsewhere in the project."""
    made = {page: (PROJECT / source).read_text(encoding="utf-8") for page, source in COPIED.items()}
    made |= {"commands.md": command_reference(), "python.md": python_reference()}
    for page, text in made.items():
        files.append(File.generated(config, page, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, files: Files, **_: Any) -> str:  # noqa: ANN401 - what mkdocs hands over
    """A page with its formulas drawn, and with its links leading to the site where that has the page."""
    source = Path(COPIED.get(page.file.src_uri, f"docs/{page.file.src_uri}"))
    pages = {f"docs/{each.src_uri}": each.src_uri for each in files} | {old: new for new, old in COPIED.items()}
    markdown = LINK.sub(lambda found: f"]({_led(found[1], source, pages)})", markdown)
    parts = CODE.split(markdown)
    return "".join(part if place % 2 else drawn(part) for place, part in enumerate(parts))


def _led(link: str, source: Path, pages: dict[str, str]) -> str:
    """Where a link of a page leads from within the site: to a page of it, or else to the project."""
    place, mark, anchor = HERE.sub("/", link).partition("#")
    if "://" in place or not place:
        return link
    target = (PROJECT / (place[1:] if place.startswith("/") else source.parent / place)).resolve()
    inside = target.relative_to(PROJECT).as_posix()
    return pages[inside] + mark + anchor if inside in pages else f"{HOME}/blob/main/{inside}{mark}{anchor}"


def drawn(text: str) -> str:
    """Text in which what stands between dollar signs is a formula."""
    text = DISPLAY.sub(lambda found: f"\n<div>{convert(found[1].strip(), display='block')}</div>\n", text)
    return INLINE.sub(lambda found: f"<span>{convert(found[1])}</span>", text)


def command_reference() -> str:
    """Every command with its options, as the command line itself has them."""
    group: Any = typer.main.get_command(app(COMMANDS))
    parts = ["# Commands", "", group.help, ""]
    for name in COMMANDS:
        parts += _command(group.commands[name])
    return "\n".join(parts)


def _command(command: Any) -> Iterator[str]:  # noqa: ANN401 - typer hands out commands of a library within it
    given = [each for each in command.params if each.param_type_name == "argument"]
    usage = " ".join(["flessenhals", command.name, *(each.make_metavar(_context(command)) for each in given)])
    yield from (f"## {command.name}", "", command.help, "", "```text", f"{usage} [OPTIONS]", "```", "")
    yield from ("| given | does |", "| --- | --- |")
    for each in command.params:
        if each.help and not getattr(each, "hidden", False):
            names = [] if each in given else [", ".join(each.opts)]
            values = [] if getattr(each, "is_flag", False) else [each.make_metavar(_context(command))]
            # Bars stand between the cells of a table, even within code.
            shown = escape(" ".join([*names, *values])).replace("|", "&#124;")
            yield f"| <code>{shown}</code> | " + each.help.replace("|", "&#124;") + " |"
    yield ""


def _context(command: Any) -> Any:  # noqa: ANN401 - the same
    return command.context_class(command, info_name=command.name)


def python_reference() -> str:
    """Every name of `import flessenhals`, with what its docstring says."""
    parts = ["# From Python", "", "What `import flessenhals as fh` gives, by the names behind `fh.`", ""]
    for name, home in sorted(_HOMES.items(), key=lambda each: (each[0][0].isupper(), each[0])):
        where = getattr(__import__(home, fromlist=[name]), name)
        place = getattr(where, "__module__", home) if callable(where) else home
        parts += [f"::: {place}.{name}", "    options:", f"      heading: {name}", f"      toc_label: {name}", ""]
    return "\n".join(parts)
