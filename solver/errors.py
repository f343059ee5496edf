"""What can be said when there is no proved answer."""


class NoOptimumError(Exception):
    """The engine found no optimum. Nothing is proved by that."""


class NotProvedError(Exception):
    """No answer could be proved, neither an optimum nor that there is none."""
