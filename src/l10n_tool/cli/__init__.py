"""The command line: parse, call one step, print, exit."""

# ruff: noqa: E402 - the first lines are for what may happen during the imports after them.

import sys

_hook = sys.excepthook


def _quiet_if_interrupted(kind: type[BaseException], *more: "Any") -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _hook(kind, *more)


# Before a command runs, and after it, nothing is under way: a Ctrl-C ends the program, which needs no traceback.
sys.excepthook = _quiet_if_interrupted

import atexit
import gc
import io
from typing import TYPE_CHECKING

import click

from l10n_tool import __version__
from l10n_tool.cli.commands import CommandTable
from l10n_tool.cli.session import Session

if TYPE_CHECKING:
    from typing import Any

__all__ = ["main"]

# A command makes many things that stay until it ends, its modules the first of them; going through them all again and
# again takes longer than starting does.
gc.set_threshold(500_000, 50, 50)
# And once more when it ends, when the system takes it all back anyway.
atexit.register(gc.freeze)


@click.group(cls=CommandTable, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "-C",
    "--project",
    type=click.Path(exists=True, file_okay=False),
    help="Look for the settings in DIR and above it, not in this folder.",
    metavar="DIR",
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour the output; auto follows the terminal, NO_COLOR and FORCE_COLOR.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print results only, no words around them.")
@click.option("-v", "--verbose", is_flag=True, help="Print what happened to each entry.")
@click.option("--debug", is_flag=True, help="Show tracebacks.")
@click.version_option(__version__, package_name="l10n-tool", message="%(prog)s %(version)s")
@click.pass_context
def main(ctx: click.Context, project: str | None, color: str, *, quiet: bool, verbose: bool, debug: bool) -> None:
    """Localise campaign messages: segments, catalogues, reviewed drafts, checks, gated outputs.

    Nothing that a machine drafted is published before a person approved it.
    """
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another charset shows escapes for what it lacks; a translation is no reason to stop.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    ctx.obj = Session(project, color, quiet=quiet, verbose=verbose, debug=debug)
    ctx.color = ctx.obj.use_color
