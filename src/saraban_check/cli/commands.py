"""A command as the parser runs it: first what it reads, what it may say, and what of the command line is idle."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from .encodings import draw_in_ascii
from .given import refuse_alone, repeated, say_repeated, say_without_effect, take_given
from .help_page import help_page
from .inputs import take_inputs
from .options.declaring import options_of
from .outputs import may_write_over
from .streams import be_quiet


class Command(TyperCommand):
    """A command whose help begins with examples; they stand in the command's epilog."""

    _repeated: list[Any]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        words = list(args)
        rest = super().parse_args(ctx, args)
        self._repeated = [] if ctx.resilient_parsing else repeated(self.make_parser(ctx).parse_args(words)[2])
        return rest

    def invoke(self, ctx: Any) -> Any:
        draw_in_ascii(bool(ctx.params.get("ascii")))
        be_quiet(bool(ctx.params.get("quiet")))
        may_write_over(bool(ctx.params.get("force")))
        take_inputs(self.params, ctx.params)
        take_given(ctx)
        say_repeated(self._repeated)
        refuse_alone(options_of(self.callback), ctx.params)
        say_without_effect(options_of(self.callback), ctx.params)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_page(self, ctx))


class Group(TyperGroup):
    """The program itself, and a command that has commands of its own, with the same help."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(help_page(self, ctx))
