"""“Not less than”, “must not exceed”, “nothing costs more than” and “not both”.

A translation may say “at least” for “not less than”, but not “less than”.

Such a denial may be rendered without one, by the contrary. If the translation has the word that the source denies,
and nothing that denies, it says the opposite.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final

from l10n_tool.facts.cues import Cue, Kind, cues_in
from l10n_tool.facts.pairing import sentence_pairs
from l10n_tool.facts.text import Span, Text

__all__ = ["turned"]

_LESS: Final = "less"
_MORE: Final = "more"
_BOTH: Final = "both"
_SAME: Final = "same"
_BEFORE: Final = "before"
#: What English denies so, by the word that a translation must not have by itself.
_DENIED: Final = re.compile(
    r"(?:\b(?:not|cannot|never|nothing|nobody|none|no(?:\s+one)?)|n['’]t)\s+(?:[\w’']+\s+){0,5}?(?:"
    rf"(?P<{_LESS}>(?:less|fewer|lower|smaller|shorter|earlier)\s+than)"
    rf"|(?P<{_MORE}>(?:more(?:\s+expensive)?|greater|larger|bigger|longer|higher|later|dearer)\s+than|exceed(?:s|ed)?)"
    rf"|(?P<{_SAME}>the\s+same|identical)|(?P<{_BEFORE}>before)|(?P<{_BOTH}>both))\b",
    re.IGNORECASE,
)
_THAN: Final = frozenset({"than", "exceed", "exceeds", "exceeded", "both", "same", "identical", "before"})
#: By language the words for less, for more (or what exceeds), for both, those for a bound that is kept (at least, at
#: most, equal), for the same, and for before. A hyphen stands for any letters.
_WORDS: Final[Mapping[str, tuple[str, str, str, str, str, str]]] = {
    "ar": ("أقل أصغر أقصر أدنى أبكر", "أكبر أكثر أطول أعلى تتجاوز يتجاوز يزيد تزيد تجاوز يتعدى تتعدى",
           "كليهما كلاهما كلتيهما الاثنين معا معًا", "يساوي تساوي مساو- لا_أكثر لا_أقل الأقل الأكثر الأقصى",
           "نفس- مطابق- متطابق-", "قبل"),
    "az": ("az aşağı kiçik qısa kəm tez",
           "çox böyük(dür)? artıq baha(dır)? uzun(dur)? yuxarı gec aş(ar|ır|a_bilər|malıdır) keç(ir|ə_bilər)",
           "hər_ikisi- ikisi-", "bərabər- ən_az ən_çox azı çoxu çox_olma- az_olma-",
           "eyni-", "əvvəl- qabaq öncə"),
    "cs": ("méně menší- nižší- kratší- dřív-", "více větší- vyšší- delší- přesah- přesáhn- překroč- pozděj-",
           "obojí oba obě současně", "rov(en|n)- nejméně nejvýše maximáln- minimáln- alespoň",
           "stejn- totožn- shodn-", "před"),
    "de": ("weniger kleiner- niedriger- geringer- kürzer- früher- unterschreit-",
           "mehr größer- höher- länger- später- überschreit- übersteig- hinausgeh-", "beide- beides",
           "gleich- mindestens höchstens maximal- minimal- wenigstens",
           "(der|die|das|dem|den)selbe- identisch- gleich-", "vor bevor"),
    "es": ("menos menor(es)? inferior(es)? anterior(es)?",
           "más mayor(es)? superior(es)? posterior(es)? exced- exceder supera- supere- sobrepas-", "ambos ambas dos",
           "igual- máxim- mínim- al_menos",
           "mism(o|a|os|as) idéntic-", "antes"),
    "fr": ("moins inférieur- (\\w+')?inférieur- plus_(petit|court|bas)-",
           "plus_(grand|long|haut|tard|élevé|de|que)- supérieur- dépass- (\\w+')?excéd-", "deux",
           "éga(l|ux)- au_plus au_moins maxim- minim-",
           "(\\w+')?identique- même(s)?", "avant"),
    "it": ("meno minor(e|i) inferior(e|i)", "più maggior(e|i) superior(e|i) super(a|are|i|ino) ecced- oltrepass-",
           "entramb- ambedue due", "ugual- egual- massim- minim- almeno",
           "stess(o|a|i|e) identic-", "prima"),
    "ja": ("より小さ より短 より少な 未満 下回 より低 より前", "超え 超過 より大き より長 より多 上回 より後 より高",
           "両方 同時", "以上 以下 以内 以前 以降 等し まで",
           "同じ 同一", "より前 以前 までに 前に"),
    "nl": ("minder kleiner lager korter eerder", "meer groter hoger langer later overschrijd- overschreden",
           "beide- allebei tegelijk", "gelijk- minstens hoogstens maxima- minima- minste meeste",
           "(het|de)zelfde identiek- gelijk", "vóór voor voordat"),
    "pl": ("mniej mniejsz- niższ- krótsz- wcześniej-",
           "więcej większ- wyższ- dłuższ- przekr(acz|oc)- późniejsz- później", "oba obie obydw- oboje jednocześnie",
           "równ- co_najmniej co_najwyżej maksymaln- minimaln- przynajmniej",
           "(tak|t|te|ta|tego)_?sam(o|e|a|y|ego|ą) identyczn- jednakow-", "przed zanim"),
    "pt": ("menos menor(es)? inferior(es)? anterior(es)?",
           "mais maior(es)? superior(es)? posterior(es)? exced- ultrapass- supera(r|m)?", "ambos ambas dois duas",
           "igua(l|is) máxim- mínim- pelo_menos",
           "mesm(o|a|os|as) idêntic- igua(l|is)", "antes"),
    "ru": ("менее меньш- ниже короче раньше", "более больш- выше длиннее позже превыш- превос-",
           "оба обе обоих обеих одновременно", "рав(ен|н)- минимум максимум хотя_бы самое_большее",
           "(то|та|тот|те|того|ту)_же одинаков- идентичн- совпада-", "до раньше прежде"),
    "tr": ("az daha_az küçük kısa düşük erken altında",
           "fazla çok pahalı(dır)? büyük uzun yüksek üstünde geç aş(ar|an|abilir|malı-|ıyor) geç(er|en|ebilir|meli-)",
           "her_ikisi- ikisi ikisini ikisi_de", "eşit- en_az en_çok en_fazla azami asgari",
           "aynı özdeş", "önce"),
    "uk": ("менш- менше нижч- коротш- раніше", "більш- більше вищ- довш- пізніш- перевищ-",
           "обидв- обоє одночасно", "рівн- дорівн- мінімум максимум щонайменше щонайбільше",
           "одинаков- однаков- ідентичн- (той|та|те|ті|того|ту)_(же|самий|сама|саме|самі|самого|саму)- збіга-",
           "до раніше"),
}  # fmt: skip
_KEPT: Final = "kept"
_ORDER: Final = (_LESS, _MORE, _BOTH, _KEPT, _SAME, _BEFORE)
_UNSPACED: Final = frozenset({"ja"})
#: So many of a sentence are looked at.
_MOST: Final = 10
_DENYING: Final = Kind.NOT | Kind.CONCORD


def turned(source: Text, text: Text) -> tuple[Span, ...]:
    """Return the denied comparisons of an English source that the translation makes without a denial."""
    if text.language not in _WORDS or source.language != "en" or _THAN.isdisjoint(source.vocabulary):
        return ()
    pairs = sentence_pairs(source, text) or [((0, len(source.prose)), (0, len(text.prose)))]
    return tuple(
        match.span() for ours, theirs in pairs for match in _denied(source, ours)
        if _affirms(text, theirs, str(match.lastgroup))
    )  # fmt: skip


def _denied(source: Text, span: Span) -> Iterator[re.Match[str]]:
    return islice(_DENIED.finditer(source.prose, *span), _MOST)


def _affirms(text: Text, span: Span, group: str) -> bool:
    """Whether a sentence compares as the source does, and neither denies nor turns the comparison round."""
    found: dict[str, list[Span]] = {}
    for match in _expression(text.language).finditer(text.prose, *span):
        found.setdefault(str(match.lastgroup), []).append(match.span())
    contrary = {_LESS: _MORE, _MORE: _LESS}.get(group, "")
    if group not in found or contrary in found or (_KEPT in found and group not in {_SAME, _BEFORE}):
        return False
    return not any(_denies(cue, found[group]) for cue in cues_in(text) if span[0] <= cue.start < span[1])


def _denies(cue: Cue, compared: list[Span]) -> bool:
    """Whether a word denies; “less” itself, which may be negative in a list, does not."""
    if cue.kinds & _DENYING:
        return True
    return bool(cue.kinds & Kind.NEGATIVE) and not any(start <= cue.start and cue.end <= end for start, end in compared)


@cache
def _expression(language: str) -> re.Pattern[str]:
    """Return an expression with a group for each of the lists of a language; what is kept is looked for first."""
    bound = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    lists = dict(zip(_ORDER, _WORDS[language], strict=True))
    groups = [
        f"(?P<{name}>{'|'.join(map(_item, lists[name].split()))})"
        for name in (_KEPT, _BOTH, _SAME, _BEFORE, _LESS, _MORE)
    ]
    return re.compile(f"{bound[0]}(?:{'|'.join(groups)}){bound[1]}", re.IGNORECASE)


def _item(item: str) -> str:
    return item.replace("(", "(?:").replace("_", r"\s").replace("-", r"\w*")
