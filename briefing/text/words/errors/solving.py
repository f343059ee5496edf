"""Messages about what could not be solved, proved or drawn."""

from __future__ import annotations

DUTCH: dict[str, str] = {
    "objective: what the stage {stage} reaches cannot be followed": (
        "objective: wat de stap {stage} bereikt is niet te volgen"
    ),
    "objective: {stage} leaves many splits, and no price follows them": (
        "objective: {stage} laat veel verdelingen over, en geen prijs volgt ze"
    ),
}
