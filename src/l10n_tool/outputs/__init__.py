"""The outputs: a localised document in, named files out.

A module of this folder that has a ``render`` function is an output and stands in the table.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from l10n_tool.outputs import document_file, web_page
from l10n_tool.outputs.model import Localised, Output

__all__ = ["OUTPUTS", "Localised", "Output"]

OUTPUTS: Final[Mapping[str, Output]] = MappingProxyType(
    {
        "web-page": web_page.render,
        "document-file": document_file.render,
    }
)
