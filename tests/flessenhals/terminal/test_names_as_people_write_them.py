"""Names with line breaks, and terminals that know few signs."""

from flessenhals.briefing.text.language import text
from flessenhals.terminal.output import PLAIN


def test_a_line_break_in_a_name_is_a_space() -> None:
    assert text("Police\nand customs", "en") == "Police and customs"
    assert text({"nl": "Politie\r\nen Douane"}, "nl") == "Politie en Douane"


def test_signs_of_amounts_have_a_plain_form_where_a_character_set_lacks_them() -> None:
    assert "−0.40 × 2 ≥ 1".translate(PLAIN) == "-0.40 x 2 >= 1"
