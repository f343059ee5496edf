"""What each colour means, in every format the same: charts, page, PDF, Word, OpenDocument and workbook read it here.

On paper, and on the page's dark ground, strokes with a meaning have a contrast of 3 or more and texts of 4.5 or more.
"""

from __future__ import annotations

from typing import NamedTuple


class Role(NamedTuple):
    """One meaning's colour: on white paper, and where a reader's screen is dark."""

    light: str
    dark: str


ROLES = {
    "paper": Role("#FFFFFF", "#10161C"),
    "surface": Role("#F3F6F9", "#1A232C"),
    "ink": Role("#17202A", "#EAF0F5"),  # text, what is asked, the rule below a header and above a grand total
    "muted": Role("#4B5865", "#A9B6C2"),
    "line": Role("#6B7785", "#7F8E9C"),  # strokes with a meaning: a proposal's outline, an edge, a group's total
    "hair": Role("#D5DCE3", "#2E3A45"),  # between rows
    "brand": Role("#154273", "#9CC7EE"),  # the optimum, and what can be pressed
    "on-brand": Role("#FFFFFF", "#10161C"),
    "flow": Role("#2572AE", "#4F9BD6"),  # money that gets through
    "room": Role("#DCE6EF", "#2A3947"),  # room to spare, with an edge
    "stuck": Role("#B8400E", "#FF9A66"),  # money that cannot be used and what cannot be, and nothing else; hatched
    "stuck-paper": Role("#FBE9E0", "#3A2318"),
    "proved": Role("#1E6B45", "#7CCBA0"),
    "programme-1": Role("#154273", "#9CC7EE"),  # in the plan's order; of four or more none has a colour of its own
    "programme-2": Role("#5E93BF", "#4C7FA8"),
    "programme-3": Role("#C9DCEB", "#27435A"),
}
# What a stroke along an area's edge and the mark of what is asked are called where they are drawn.
ALIASES = {"edge": "line", "asked": "ink"}
LIGHT = {name: role.light for name, role in ROLES.items()}

PAPER, INK, MUTED, EDGE, HAIR = (LIGHT[each] for each in ("paper", "ink", "muted", "line", "hair"))
BRAND, FLOW, ROOM, STUCK, STUCK_PAPER = (LIGHT[each] for each in ("brand", "flow", "room", "stuck", "stuck-paper"))
ASKED = INK
PROGRAMMES = tuple(LIGHT[f"programme-{place}"] for place in (1, 2, 3))


def colour(role: str) -> str:
    """The colour of a role on white paper, by its name or by what it is called where it is drawn."""
    return LIGHT[ALIASES.get(role, role)]


def css() -> str:
    """The roles as variables of a style sheet: light, dark where the reader's screen is, and light on paper."""
    light, dark = (
        "".join(f"--{name}:{role[place].lower()};" for name, role in ROLES.items())
        for place in range(len(Role._fields))
    )
    return f":root{{{light}}}@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
