"""Word lists, one module per language; ``facts/cues.py`` says what each list holds and how it is written."""

from typing import Final

__all__ = ["LANGUAGES", "UNSPACED"]

_CODES: Final = (
    "ar az bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id it ja ka kk ko ky lt lv mk nb nl pl pt ro ru "
    "sk sl sq sr sv th tr uk ur uz vi zh"
)
#: The module of each language; languages that are written alike share one.
LANGUAGES: Final = {
    **{code: code for code in _CODES.split()},
    "bs": "hr",
    "is": "icelandic",
    "ms": "id",
    "nn": "nb",
    "no": "nb",
}

#: Languages that put no spaces between words.
UNSPACED: Final = frozenset({"ja", "th", "zh"})
