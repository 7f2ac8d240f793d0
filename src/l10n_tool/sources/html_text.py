"""The texts of a piece of HTML: a page and the HTML blocks of other formats share this.

``find_pieces`` reads them and ``write_pieces`` writes them back into the HTML they were found in; ``write_piece``
writes one, and ``skeleton`` tells the tags of one. Places are in characters.

A piece is a run of inline content (see :mod:`l10n_tool.sources._html_runs`), the text of ``title`` or ``textarea``, or
the value of an attribute that readers see or hear. An attribute whose tag stands in a run is a piece of its own, which
comes after that of the run and has its place inside it; the run's text shows the tag without it. So whoever writes
pieces one by one puts the attributes of a run into its source first, and the text of the run after: ``write_pieces``
does that.

Left alone are comments, declarations, scripts, styles and other raw text, SVG, MathML, code, elements with
``translate="no"``, and elements whose ``lang`` is another language than the source's.
"""

from l10n_tool.sources._html_pieces import Piece, Style, find_pieces
from l10n_tool.sources._html_writing import TextError, skeleton, write_piece, write_pieces

__all__ = ["Piece", "Style", "TextError", "find_pieces", "skeleton", "write_piece", "write_pieces"]
