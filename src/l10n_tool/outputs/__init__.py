"""The outputs: a localised document in, named files out.

A module of this folder that has a ``render`` function is an output and stands in the table.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.outputs.model import Localised, Output

__all__ = ["OUTPUTS", "Localised", "Output"]


def _web_page(localised: Localised) -> Mapping[str, bytes]:
    from l10n_tool.outputs.web_page import render

    return render(localised)


def _document_file(localised: Localised) -> Mapping[str, bytes]:
    from l10n_tool.outputs.document_file import render

    return render(localised)


#: An output's module is imported when the output is made.
OUTPUTS: Final[Mapping[str, Output]] = MappingProxyType(
    {
        "web-page": _web_page,
        "document-file": _document_file,
    }
)
