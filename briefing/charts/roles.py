"""What each colour means, in every chart the same; on white paper strokes and texts have a contrast of 4.5 or more."""

from __future__ import annotations

BRAND = "#154273"  # the optimum, and what can be pressed
FLOW = "#2572AE"  # money that gets through
ROOM, EDGE = "#DCE6EF", "#6B7785"  # room to spare, and its edge
STUCK, STUCK_PAPER = "#B8400E", "#FBE9E0"  # money that cannot be used, and nothing else
ASKED = "#17202A"  # what is asked, dashed
MUTED = "#4B5865"
PROGRAMMES = ("#154273", "#5E93BF", "#C9DCEB")  # in the plan's order; of four or more none has a colour of its own
