"""A template of the user's own that cannot be used."""


class TemplateError(ValueError):
    """A template that cannot be written into."""
