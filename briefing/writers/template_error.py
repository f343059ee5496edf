"""A template of the user's own that cannot be used."""


class TemplateError(ValueError):
    """A template that cannot be written into.

    Attributes:
        wrong: what is wrong with it.
        write: what to do instead.
    """

    def __init__(self, wrong: str, write: str) -> None:
        super().__init__(f"{wrong} -> {write}")
        self.wrong = wrong
        self.write = write
