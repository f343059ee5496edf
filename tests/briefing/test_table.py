"""Tables as text for a screen."""

from flessenhals.briefing.text.table import Column, Row, Table, plain


def test_a_euro_sign_stays_on_the_line_of_its_amount() -> None:
    table = Table(title="", columns=(), rows=(), language="en", notes=("The two of them are together € 32 million.",))
    assert plain([table], 31) == "The two of them are together\n€ 32 million.\n"


def test_a_long_name_gets_the_room_that_short_texts_beside_it_leave() -> None:
    name = "A line with quite a long name that needs room"
    columns = (Column("Line", "text"), Column("Kind", "text"), Column("Amount", "figure"))
    table = Table(title="", columns=columns, rows=(Row((name, "rule", "1.00")),), language="en")
    assert name in plain([table], 61)
    assert name not in plain([table], 60)
