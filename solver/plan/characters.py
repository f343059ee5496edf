"""The characters that no text of a plan may hold: they cannot be seen, or no document can be written with them."""

from __future__ import annotations

import re

# Controls but the line break, what joins or turns letters without being one, blanks that are letters to Unicode, breaks
# that only some programs see as one, halves of pairs, and what is no character at all.
UNUSABLE = re.compile(
    "["
    "\x00-\x09\x0b-\x1f\x7f-\x9f"
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "]"
)

UNSEEN = "has a character that cannot be seen ({number})"


def unusable(text: str) -> str | None:
    """The first character of a text that cannot be used, by its number (`U+200B`); None where there is none."""
    if text.isprintable() and text.isascii():
        return None
    found = UNUSABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else None
