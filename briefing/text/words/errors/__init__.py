"""What is said about what cannot be used, in Dutch, by the English template that stands where it is raised."""

from __future__ import annotations

from flessenhals.briefing.text.words.errors import (
    fields,
    files,
    general,
    plans,
    proposals,
    sheets,
    solving,
    units,
    usage,
    yaml,
)

DUTCH: dict[str, str] = {
    **general.DUTCH,
    **files.DUTCH,
    **yaml.DUTCH,
    **fields.DUTCH,
    **plans.DUTCH,
    **sheets.DUTCH,
    **proposals.DUTCH,
    **solving.DUTCH,
    **units.DUTCH,
    **usage.DUTCH,
}
