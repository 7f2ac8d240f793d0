"""check --fix: shows what can be mended, asks, and writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from l10n_tool.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from l10n_tool.cli.session import Session

__all__ = ["fix_catalogues"]


def fix_catalogues(session: Session, names: Sequence[str], *, yes: bool) -> None:
    """Show what is mechanical as a difference, and write it if that is wanted.

    On a terminal the user is asked, unless ``yes``; elsewhere nothing is written without it. Exits with 1 where there
    is something to mend and nothing was written.
    """
    from l10n_tool.reports.fixes import fixes_text, written_text
    from l10n_tool.workflow.fixing import fixes, write_fixes

    found = fixes(session.found, names)
    session.result(fixes_text(found, session.paint))
    if not any(file.fixes for file in found):
        return
    if not yes and not _is_wanted(session):
        raise SystemExit(ExitCode.FINDINGS)
    session.say(written_text(write_fixes(found)))


def _is_wanted(session: Session) -> bool:
    import sys

    if sys.stdin.isatty() and sys.stderr.isatty():
        from l10n_tool.cli.asking import is_wanted

        return is_wanted("Write this?")
    session.tell("Nothing was written. Add --yes to write this.")
    return False
