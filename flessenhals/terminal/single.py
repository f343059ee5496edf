"""Commands whose options are given once, unless they say that they may be repeated."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import typer
from typer.core import TyperCommand, TyperOption

from flessenhals.solver.plan.message import told

if TYPE_CHECKING:
    from typer._click.core import Context


class WrongOptionError(typer.BadParameter):
    """An option or argument that says what cannot be, or stands where it says nothing.

    Attributes:
        field: the option, such as `--by`, or the name of the argument.
        value: what was typed behind it; None where nothing was.
    """

    def __init__(self, field: str, value: str | None, wrong: str) -> None:
        super().__init__(wrong)
        self.field = field
        self.value = value


class SingleOptions(TyperCommand):
    """A command that refuses an option given twice, of which only the last would count."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Take in what was typed.

        Raises:
            WrongOptionError: for an option that takes one value and was given more.
        """
        order = self.make_parser(ctx).parse_args(args=list(args))[2]
        single = [each.opts for each in order if isinstance(each, TyperOption) and not (each.multiple or each.is_flag)]
        for names, times in Counter(map(tuple, single)).items():
            if times > 1:
                name = max(names, key=len)
                wrong = told("{name} is given {times} times and takes one value -> keep one", name=name, times=times)
                raise WrongOptionError(name, None, wrong)
        return super().parse_args(ctx, args)
