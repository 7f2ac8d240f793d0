"""The table of outputs, and what holds for each of them."""

from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest

from l10n_tool import outputs
from l10n_tool.outputs import OUTPUTS
from pages import LANGUAGES, localise


def test_every_output_stands_in_the_table() -> None:
    """A module with a render function is listed: a file that is forgotten is never built."""
    modules = [import_module(f"l10n_tool.outputs.{module.name}") for module in iter_modules(outputs.__path__)]

    names = {module.__name__.rpartition(".")[2] for module in modules if hasattr(module, "render")}

    assert {name.replace("-", "_") for name in OUTPUTS} == names


@pytest.mark.parametrize("name", OUTPUTS)
@pytest.mark.parametrize("code", [language.code for language in LANGUAGES])
def test_the_same_document_gives_the_same_bytes(name: str, code: str) -> None:
    """A second build changes nothing."""
    first, second = localise(code), localise(code)

    assert OUTPUTS[name](first) == OUTPUTS[name](second)


def test_outputs_of_one_document_have_names_of_their_own() -> None:
    """No output writes over another's file, in any folder."""
    localised = replace(localise("de"), path="news/spring/message")

    names = [name for output in OUTPUTS.values() for name in output(localised)]

    assert names == ["news/spring/message.html", "news/spring/message.md"]
