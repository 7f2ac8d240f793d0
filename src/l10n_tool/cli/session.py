"""What every command needs: the project, and how to speak to the terminal."""

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import click

from l10n_tool.cli.printing import paint, print_result, tell, terminal_width
from l10n_tool.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from l10n_tool.project import Project
    from l10n_tool.workflow.draft import Progress

__all__ = ["Session", "pass_session"]

_NAME = "l10n-tool"
#: More words than this are no command that anybody reads.
_MOST_WORDS = 5


class Session:
    """The options of the group.

    A plain class that takes paths as texts: dataclasses and pathlib would cost ``--help`` a fifth of its time.
    """

    __slots__ = ("color", "debug", "quiet", "start", "verbose")

    def __init__(self, start: str | None, color: str, *, quiet: bool, verbose: bool, debug: bool) -> None:
        self.start, self.color = start, color
        self.quiet, self.verbose, self.debug = quiet, verbose, debug

    @property
    def use_color(self) -> bool | None:
        """Whether to colour, None to let click ask the terminal (https://no-color.org, force-color.org)."""
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        return True if os.environ.get("FORCE_COLOR") else None

    @property
    def found(self) -> "Project | None":
        """The project of this folder, or None."""
        from pathlib import Path

        from l10n_tool.project.finding import find_project

        return find_project(Path(self.start or ".").resolve())

    @property
    def project(self) -> "Project":
        """The project of this folder. Raises UsageError where there is none."""
        from l10n_tool.project.finding import require_project

        return require_project(self.found)

    @property
    def on_terminal(self) -> bool:
        """Whether a person watches: only then is progress shown."""
        return sys.stderr.isatty() and not self.quiet

    @property
    def width(self) -> int:
        """How many columns the terminal has that results go to; 0 where they go elsewhere."""
        return max(terminal_width(), 0)

    @property
    def program(self) -> str:
        """How the user can call this program again: by its name, or by the path that was typed."""
        from shutil import which

        typed = sys.argv[0]
        return _NAME if which(_NAME) or os.path.basename(typed) != _NAME else typed  # noqa: PTH119

    def paint(self, text: str, role: str) -> str:
        """Colour a text by its role; click takes the colour out where there is no terminal."""
        return paint(text, role)

    @staticmethod
    def command(name: str, *words: str, options: "Sequence[str]" = ()) -> str:
        """Return a command to type, of many words, such as the files that were named, the first ones."""
        from shlex import join, quote

        left_out = ["…"] if len(words) > _MOST_WORDS else []
        return printable(" ".join([join([_NAME, name, *words[:_MOST_WORDS]]), *left_out, *map(quote, options)]))

    @contextmanager
    def progress(self, label: str) -> "Iterator[Progress | None]":
        """Give a function that shows how far a long step has come, or None where nobody watches."""
        if not self.on_terminal:
            yield None
            return

        def show(done: int, total: int, name: str) -> None:
            _overwrite(f"{label} {printable(name)}: {done} of {total}")

        try:
            yield show
        finally:
            _overwrite("")

    def result(self, text: str) -> None:
        """Print a result to standard output."""
        print_result(text)

    def result_bytes(self, data: bytes) -> None:
        """Write a result that is a file to standard output, as it is."""
        click.echo(data, nl=False)

    def tell(self, text: str) -> None:
        """Print to standard error what a user must know, quiet or not."""
        tell(text)

    def say(self, text: str) -> None:
        """Print words around a result to standard error, unless asked to be quiet."""
        if not self.quiet:
            tell(text)


def _overwrite(text: str) -> None:
    """Print a text where the last one stood; what a terminal does not take is no reason to stop."""
    with suppress(OSError):
        click.echo(f"\r\x1b[K{text}", nl=False, err=True)


pass_session = click.make_pass_decorator(Session)
