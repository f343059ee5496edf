"""Tables as text for a screen."""

from briefing.table import Table, plain


def test_a_euro_sign_stays_on_the_line_of_its_amount() -> None:
    table = Table(title="", columns=(), rows=(), language="en", notes=("The two of them are together € 32 million.",))
    assert plain([table], 31) == "The two of them are together\n€ 32 million.\n"
