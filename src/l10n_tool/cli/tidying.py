"""tidy."""

import click

from l10n_tool.cli.session import Session, pass_session
from l10n_tool.errors import ExitCode

__all__ = ["tidy"]


@click.command()
@click.argument("names", nargs=-1, metavar="[PO|LOCALE]...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@pass_session
def tidy(session: Session, names: tuple[str, ...], *, check: bool) -> None:
    """Bring catalogues to the noise-free form once.

    Without names these are the templates of the project and all its catalogues; a POT file can be named too.

    \b
    - UTF-8 without byte order mark, and LF; the header names the charset.
    - The header first, obsolete entries last; no other entry changes its place.
    - One empty line between entries, no blanks at the ends of lines.
    - References without line numbers, each file once, one on a line.
    - fuzzy first among the flags, then gettext's, then all others.
    - Long strings folded at 79 columns, as gettext folds them.

    Texts, states, comments, flags, header fields, dates and obsolete entries stay as they are, and a file that is
    tidy is not written.
    """  # noqa: D301 - click leaves the lines after \b as they are
    from l10n_tool.reports.tidied import tidied_text
    from l10n_tool.workflow import tidy as step

    results = step.tidy(session.found, names, check=check)
    session.result(tidied_text(results, session.paint))
    if not any(result.changed for result in results):
        return
    if check:
        session.say(f"Bring them to this form with: {session.command('tidy', *names)}")
        raise SystemExit(ExitCode.FINDINGS)
    session.say("Texts and states are as they were. Next: git diff, and a commit of nothing but these files")
