"""How a file is written: the width its long strings are folded at, and whether several references share a line.

A changed entry is written as the others are, whatever program wrote them; what a file does not tell is as gettext
writes it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import Final

from l10n_tool.catalogue.layout import text_inside
from l10n_tool.catalogue.model import DEFAULT_WRAP
from l10n_tool.catalogue.text import quote

__all__ = ["fills_references", "wrap_of"]

#: The last column of a row, and how far the row would reach with what follows it up to where a line may break.
_Fold = tuple[int, int]

#: So many rows tell how a file is folded.
_ENOUGH: Final = 300
#: A string that goes on in another row.
_GOES_ON: Final = re.compile(r'"\n(?:#[~|]+ )?"')
#: A few rows were folded by hand, or by a program of the past: another width must explain so many more, of a hundred.
_CLEARLY: Final = 3
#: A line this much longer than the others, with a space in it, was left unfolded on purpose.
_MARGIN: Final = 20
_SEVERAL_REFERENCES: Final = re.compile(r"\n#: *[^\s\u2068]++ +\S")


def fills_references(text: str) -> bool:
    """Whether a line of the file holds several references, as gettext writes them."""
    return _SEVERAL_REFERENCES.search("\n" + text) is not None


def wrap_of(text: str) -> int:
    """Return the width that the file's long strings are folded at, 0 where more of them stand unfolded."""
    folds = list(_folds(text))
    width = _width_of(folds)
    return width if len(list(islice(_unfolded(text, width), len(folds) + 1))) <= len(folds) else 0


def _folds(text: str) -> Iterator[_Fold]:
    for match in islice(_GOES_ON.finditer(text), _ENOUGH):
        end = match.start()
        row = text[text.rfind("\n", 0, end) + 1 : end + 1]
        # After a newline in the text, and after the empty string that rows are written under, every row begins anew.
        if not row.endswith(('\\n"', ' ""')):
            yield _fold_of(row, text[match.end() : text.find('"\n', match.end())])


def _fold_of(row: str, following: str) -> _Fold:
    # In many a file no row says anything, and nobody has to know where lines break.
    from l10n_tool.catalogue.line_breaking import unbreakable_pieces
    from l10n_tool.columns import columns

    first = next(unbreakable_pieces(text_inside(following)), "")
    width = columns(row)
    return width, width + columns(quote(first)) - len('""')


def _width_of(folds: Sequence[_Fold]) -> int:
    """Return gettext's width, or the least of those that explain clearly more of the folds."""
    begin, end = Counter(row for row, _ in folds), Counter(reach for _, reach in folds)
    widths = range(max(begin, default=0) + DEFAULT_WRAP + 1)
    agreeing = list(accumulate(begin[width] - end[width] for width in widths))
    best = max(agreeing)
    clearly = agreeing[DEFAULT_WRAP] + max(1, len(folds) * _CLEARLY // 100)
    return agreeing.index(best) if best > clearly else DEFAULT_WRAP


def _unfolded(text: str, width: int) -> Iterator[re.Match[str]]:
    long = rf"\n(?!#)(?=[^\n]{{{width + _MARGIN + 1}}})[^\n]{{{width}}}[^\n ]*+ "
    return re.finditer(long, "\n" + text)
