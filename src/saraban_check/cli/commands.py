"""A command as the parser runs it: first what it reads, what it may say, and what of the command line is idle."""

from collections.abc import Sequence
from typing import Any

from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup

from .encodings import draw_in_ascii
from .given import refuse_alone, repeated, say_repeated, say_without_effect, take_given, take_origins
from .inputs import take_inputs
from .language import LANG, called
from .options.declaring import options_of
from .streams import be_quiet


class Command(TyperCommand):
    """A command whose help begins with examples; they stand in the command's epilog."""

    _repeated: list[Any]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        args = _with_codes(args)
        words = list(args)
        rest = super().parse_args(ctx, args)
        self._repeated = [] if ctx.resilient_parsing else repeated(self.make_parser(ctx).parse_args(words)[2])
        return rest

    def invoke(self, ctx: Any) -> Any:
        draw_in_ascii(bool(ctx.params.get("ascii")))
        be_quiet(bool(ctx.params.get("quiet")))
        if "force" in ctx.params:  # only commands that write files have it, and load what writes them
            from .outputs import may_write_over

            may_write_over(bool(ctx.params["force"]))
        take_inputs(self.params, ctx.params)
        take_given(ctx)
        take_origins(ctx, options_of(self.callback))
        say_repeated(self._repeated)
        refuse_alone(options_of(self.callback), ctx.params)
        say_without_effect(options_of(self.callback), ctx.params)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)


def _write_help(command: Any, ctx: Any, formatter: Any) -> None:
    from .help_page import help_page

    formatter.write(help_page(command, ctx))


def _with_codes(words: Sequence[str]) -> list[str]:
    """`--lang thai` as `--lang th`."""
    found = list(words)
    for at, word in enumerate(found):
        option, equals, value = word.partition("=")
        if option == "--lang" and equals:
            found[at] = f"{option}={called(value)}"
        elif option == "--lang" and at + 1 < len(found):
            found[at + 1] = called(found[at + 1])
    return found


class Group(TyperGroup):
    """The program itself, and a command that has commands of its own, with the same help."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command that is named. Raises UsageError with what may have been meant where there is none."""
        if args and (args[0] == "-" or not args[0].startswith("-")) and self.get_command(ctx, args[0]) is None:
            from .unknown_command import unknown_command

            raise UsageError(
                unknown_command(args[0], None if ctx.parent is None else list(self.commands)).say(LANG), ctx
            )
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        _write_help(self, ctx, formatter)
