"""How many faults are worth telling at once."""

from __future__ import annotations

MOST_FAULTY_ITEMS = 200


READ_NO_FURTHER = ("was read no further", "mend what stands above first")
