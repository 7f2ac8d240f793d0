"""The commands in one table, each imported when it is called: ``--help`` must cost little more than click itself."""

import sys
from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import Any, Final

import click

from l10n_tool.cli.ending import code_of, end_by_signals, tell_interrupted
from l10n_tool.cli.printing import paint, tell, terminal_width
from l10n_tool.errors import L10nToolError

__all__ = ["COMMANDS", "CommandTable"]

#: Name: module and function in this package, and the first sentence of its help.
COMMANDS: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "run": ("road", "run", "Walk the whole road, from the sources to the outputs."),
        "import": ("road", "import_", "Take a message out of captured pages."),
        "extract": ("road", "extract", "Make the template from the sources."),
        "init": ("catalogues", "init", "Start the catalogue of a locale."),
        "update": ("catalogues", "update", "Merge the template into the catalogues."),
        "draft": ("drafts", "draft", "Fill blanks with machine text for review."),
        "approve": ("drafts", "approve", "Record that entries were read and found right."),
        "check": ("findings", "check", "Find what would embarrass the campaign."),
        "explain": ("findings", "explain", "Say what a check means and how to mend it."),
        "status": ("findings", "status", "Count states and words per locale."),
        "compile": ("outputs", "compile_", "Compile catalogues to MO files."),
        "build": ("outputs", "build", "Write the localised outputs."),
        "terms": ("terms", "terms", "Keep the termbase tidy, add to it, and pass it on."),
        "tidy": ("tidying", "tidy", "Bring catalogues to the noise-free form once."),
        "merge": ("merging", "merge", "Merge two versions of a catalogue by entry."),
    }
)


#: How wide a page is where there is no terminal.
_WIDTH: Final = 80


class CommandTable(click.Group):
    """A group that knows its commands' names and first sentences without importing them."""

    def get_help(self, ctx: click.Context) -> str:
        """Format the help as wide as the terminal, asking the system: click would import shutil for it."""
        ctx.terminal_width = min((terminal_width() or _WIDTH) - 2, ctx.max_content_width or 80)
        return super().get_help(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the road."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, function, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"l10n_tool.cli.{module}"), function)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; the nearest name is suggested for one that there is not."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else f" Known: {', '.join(COMMANDS)}."
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, sentence) for name, (_, _, sentence) in COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of ours is one message and its exit code, an interrupt is 130."""
        try:
            return super().invoke(ctx)
        except L10nToolError as error:
            if ctx.obj is not None and ctx.obj.debug:
                raise
            tell(f"{paint('error:', 'bad')} {error}")
            ctx.exit(int(error.exit_code))
        except KeyboardInterrupt as error:
            if ctx.obj is not None and ctx.obj.debug:
                raise
            ctx.exit(tell_interrupted(error))

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run the command line, and end the program with its exit code, as click does if not told otherwise."""
        click_main: Callable[..., object] = super().main
        run = partial(click_main, *args, standalone_mode=False, **extra)
        if not standalone_mode:
            return run()
        with end_by_signals():
            code = code_of(run)
        sys.exit(code)
