"""Apertium (https://www.apertium.org): rules and dictionaries on this machine, in one pipeline for all texts.

Starting a pair's programs costs some tenths of a second, so they are started once and asked text by text, as
apertium-apy does. The stream format is that of the Apertium wiki, "Apertium stream format".
"""

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NoReturn

from l10n_tool.drafting import SUPERBLANK_CLOSE, SUPERBLANK_OPEN, Rejected, Scheme
from l10n_tool.engines._apertium_codes import codes
from l10n_tool.engines._base import Closing
from l10n_tool.engines._options import known_only, number, text
from l10n_tool.engines._pipeline import Pipeline, PipelineError
from l10n_tool.errors import ServiceError

__all__ = ["Apertium", "engine"]

_FOLDERS: Final = ("/usr/share/apertium/modes", "/usr/local/share/apertium/modes")
_SECONDS: Final = 30.0

# What the stream gives a meaning of its own; between words they stand escaped.
_RESERVED: Final = re.compile(r"[\[\]{}^$/\\@<>]")
# What marks words in an answer (unknown, not generated) or joins them; as superblanks they are left alone.
_JOINING: Final = re.compile(r"[*#~+]")
_MARK: Final = re.compile(f"({SUPERBLANK_OPEN}[0-9]+{SUPERBLANK_CLOSE})")
_PIECE: Final = re.compile(r"\\(?P<escaped>.)|\[(?P<blank>(?:\\.|[^\]\\])*)\]|(?P<unknown>[*#@](?=[^\W_]))", re.DOTALL)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDS_SENTENCE: Final = re.compile(r"[.!?:;…]\s*$")
_MOST_UNKNOWN: Final = 0.4
_MOST_FAILURES: Final = 3


class Apertium(Closing):
    """One pair of Apertium's. The programs start with the first text, and again after a text that ended them."""

    limit = 0
    local = True
    markup = (Scheme.BRACES, Scheme.UNDERSCORES, Scheme.SUPERBLANK)

    def __init__(self, pair: str, commands: Sequence[Sequence[str]], seconds: float = _SECONDS) -> None:
        self.name = f"apertium/{pair}"
        self._commands, self._seconds = commands, seconds
        self._pipeline: Pipeline | None = None
        self._failures = self._asked = 0

    def translate(self, text: str) -> str:
        """Return the translation; raises Rejected for a text most of whose words the pair does not know."""
        if "\0" in text:
            raise Rejected("It holds a NUL character, which Apertium cannot read.")
        stop = "" if _ENDS_SENTENCE.search(text) else "."
        words, unknown = _unescaped(self._ask(_escaped(text) + stop).removesuffix(stop))
        total = len(_WORD.findall(_MARK.sub(" ", text)))
        if total and unknown > _MOST_UNKNOWN * total:
            raise Rejected(f"Apertium does not know {unknown} of its {total} words.")
        return words

    def _ask(self, stream: str) -> str:
        """Return the answer to one stream, which a numbered blank at its end tells from the answer to another."""
        if self._pipeline is None:
            self._pipeline = Pipeline(self._commands)
        self._asked += 1
        # The stages hold the last words back until a blank ends them.
        ending = f"[{self._asked}][\n]"
        try:
            answer = self._pipeline.ask((stream + ending).encode("utf-8", "replace"), self._seconds)
        except PipelineError as error:
            self._fail(str(error))
        text = answer.decode("utf-8", "replace")
        if not text.endswith(ending):
            self._fail("it did not give the end of the text back")
        self._failures = 0
        return text.removesuffix(ending)

    def _fail(self, what: str) -> NoReturn:
        """Give this text up, or the pair, where it failed on one text after another."""
        self.close()
        self._failures += 1
        if self._failures < _MOST_FAILURES:
            raise Rejected(f"Apertium broke off on it: {what}.")
        remedy = "Try the pair in a terminal: echo Hello | apertium " + self.name.partition("/")[2]
        raise ServiceError(f"{self.name} failed on {_MOST_FAILURES} texts in a row: {what}", remedy=remedy)

    def close(self) -> None:
        """End the programs."""
        if self._pipeline is not None:
            self._pipeline.close()
            self._pipeline = None


def _escaped(text: str) -> str:
    """Return a text as the stream wants it; marks become superblanks."""
    parts = _MARK.split(text)
    return "".join(f"[{part[1:-1]}]" if at % 2 else _escaped_words(part) for at, part in enumerate(parts))


def _escaped_words(words: str) -> str:
    return _JOINING.sub(r"[\g<0>]", _RESERVED.sub(r"\\\g<0>", words))


def _unescaped(stream: str) -> tuple[str, int]:
    """Return the text of a stream, and how many of its words are marked as unknown; the marks are gone."""
    unknown = 0

    def plain(match: re.Match[str]) -> str:
        nonlocal unknown
        if match["unknown"]:
            unknown += 1
            return ""
        if match["escaped"]:
            return match["escaped"]
        blank = match["blank"]
        return f"{SUPERBLANK_OPEN}{blank}{SUPERBLANK_CLOSE}" if blank.isdecimal() else blank

    return _PIECE.sub(plain, stream), unknown


def engine(source: str, target: str, options: Mapping[str, object]) -> Apertium:
    """Return the engine of the installed pair that is nearest to both locales.

    Options: ``modes``, a folder to look for pairs in before the usual ones; ``timeout``, in seconds per text.
    """
    known_only("apertium", options, "modes", "timeout")
    folders = [Path(folder) for folder in (text(options, "modes", _FOLDERS[0]), *_FOLDERS)]
    mode = _find(folders, source, target)
    return Apertium(mode.stem, _commands(mode), number(options, "timeout", _SECONDS))


def _find(folders: Sequence[Path], source: str, target: str) -> Path:
    for pair in (f"{before}-{after}" for after in codes(target) for before in codes(source)):
        for folder in folders:
            if (folder / f"{pair}.mode").is_file():
                return folder / f"{pair}.mode"
    wanted = f"{codes(source)[-1]}-{codes(target)[-1]}"
    known = sorted({mode.stem for folder in folders for mode in folder.glob("*.mode")})
    here = f"Installed here: {', '.join(known)}." if known else "No pair is installed here."
    package = f"apertium-{_three(source)}-{_three(target)}"
    remedy = f"Install it where there is one: apt install apertium {package}. {here}"
    raise ServiceError(f"Apertium has no pair {wanted} here", remedy=remedy)


def _three(locale: str) -> str:
    return next((code for code in codes(locale) if len(code) == 3), codes(locale)[-1])


def _commands(mode: Path) -> list[list[str]]:
    """Return the commands of a pair's mode file, to flush at each NUL and to mark unknown words."""
    try:
        content = mode.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ServiceError(f"{mode.name} of Apertium cannot be read") from error
    commands = [command for command in _split(content) if command]
    if not commands or any(re.search(r"[;&<>`]", word) for command in commands for word in command):
        raise ServiceError(f"{mode.name} of Apertium is not a pipeline", remedy="Install the pair again.")
    return [[command[0], "-z", *command[1:]] for command in commands]


def _split(content: str) -> Iterator[list[str]]:
    words = shlex.shlex(content, posix=True, punctuation_chars="|")
    words.whitespace_split = True
    command: list[str] = []
    for word in words:
        if word == "|":
            yield command
            command = []
        elif word != "$2":
            command.append("-g" if word == "$1" else word)
    yield command
