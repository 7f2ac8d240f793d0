"""The table of engines."""

import subprocess
import sys
from pathlib import Path

import pytest

import l10n_tool.engines
from l10n_tool.engines import ENGINES, open_engine
from l10n_tool.errors import ExitCode, UnknownNameError, UsageError


def test_every_engine_is_in_the_table() -> None:
    """A file that the table does not name could never be used."""
    files = {path.stem for path in Path(l10n_tool.engines.__file__).parent.glob("*.py") if path.stem[0] != "_"}

    assert {spec.module for spec in ENGINES.values()} == files


@pytest.mark.parametrize("name", list(ENGINES))
def test_every_engine_says_what_it_needs(name: str) -> None:
    """One line each, and the free limit for a dry run."""
    spec = ENGINES[name]

    assert spec.needs
    assert spec.free
    assert "\n" not in spec.needs + spec.free


def test_the_table_costs_nothing() -> None:
    """No engine's library is imported before the engine is asked for."""
    code = (
        "import sys, l10n_tool.engines\n"
        "print([name for name in ('deep_translator', 'requests', 'subprocess', 'pyromark', 'babel') "
        "if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)

    assert done.stdout.strip() == "[]"


def test_an_unknown_engine_is_named_with_the_known_ones() -> None:
    """The message helps."""
    with pytest.raises(UnknownNameError, match="no engine called 'gogle'") as error:
        open_engine("gogle", "en", "es")

    assert "google" in error.value.remedy
    assert error.value.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("name", ["google", "mymemory", "apertium", "pseudo", "memory"])
def test_an_unknown_option_is_refused(name: str) -> None:
    """A misspelt setting must not go unnoticed."""
    with pytest.raises(UsageError, match="'tiemout'"):
        open_engine(name, "en", "en_XA" if name == "pseudo" else "es", {"tiemout": 3})


@pytest.mark.parametrize("timeout", ["3", True, 0, -1, float("nan"), None])
def test_a_time_out_is_a_number_above_zero(timeout: object) -> None:
    """Anything else would wait for ever, or not at all."""
    with pytest.raises(UsageError, match="timeout"):
        open_engine("google", "en", "es", {"timeout": timeout})


@pytest.mark.parametrize(
    "url", ["", "ftp://example.org", "example.org", "http://", "http://a:b@example.org", "http://[", 3]
)
def test_an_address_that_is_none_is_refused(url: object) -> None:
    """Only http and https, without a password in it."""
    with pytest.raises(UsageError, match="url"):
        open_engine("google", "en", "es", {"url": url})
