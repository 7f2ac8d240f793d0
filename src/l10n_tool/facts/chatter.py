"""What machines say besides a translation: words of an assistant, notices of a service, marks put in for markup.

The phrases are those with which assistants begin and end an answer, in English, to which they fall back, and in the
languages that they answer in. Each is searched in text in lower case, and repeats nothing without a bound.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

__all__ = ["LABEL", "MASK", "OF_TRANSLATING", "said_by_machine"]

# Stems without which no phrase of the language can stand in a text, and the phrases.
_PHRASES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        ("translat;sure;certainly;of course;as an ai;language model;here you go;let me know;i hope th;i can;mymemory;"
        "limit;pair;distinct lang;exceeded;requests;server error;doctype;no query;invalid;i have"),
        r"\bhere(?:['’]s| is| are) (?:the|your|my|a|an) (?:[a-z-]+ ){0,3}translat(?:ion|ed)|\bhere you go[,:!]",
        r"\b(?:sure|certainly|of course)[,!.] (?:here|i can|i['’]d be)|\bas an ai\b|\bas a (?:large )?language model\b",
        r"\bi can(?:not|['’]t) (?:assist|help|translate|fulfil)|\bi(?:['’]m| am) (?:sorry|unable)[^.]{0,30}\btranslat",
        r"\btranslated (?:text|version|sentence)\b[^.:]{0,30}:|\btranslation (?:of|in|into|to) [^.:]{1,40}:",
        r"\blet me know if you(?:['’]d like| need| would like| want)|\bi hope (?:this|that) (?:translation )?helps",
        r"\bi(?:['’]ve| have) (?:translated|kept|preserved) the\b|\bthe translation is\b",
        r"\bmymemory warning|\bquery length limit|\byou used all available free translations|\binvalid language pair",
        r"\bplease select two distinct languages|\bno query specified\b|\binvalid (?:source|target) language\b",
        r"\b(?:quota|rate limit|request limit|character limit)(?: has been| was)? exceeded\b|\btoo many requests\b",
        r"error 50[0-9] \(server error\)|<!doctype html",
    ),
    "ar": (
        "ترجم;نموذج",
        r"إليك[مِ]? (?:ال)?ترجمة|(?:هذه|ها) هي (?:ال)?ترجمة|فيما يلي (?:ال)?ترجمة|بصفتي نموذج|كنموذج لغوي",
    ),
    "az": ("tərcümə", r"\b(?:budur|buyurun|i̇?ştə|i̇?şte)[,:]? (?:sizin )?tərcümə",
           r"\btərcümə(?:si)? (?:budur|aşağıda|belədir)"),
    "be": ("пераклад", r"\bвось (?:ваш )?пераклад\b"),
    "bg": ("превод", r"\bето (?:ви )?превод(?:а|ът)?\b"),
    "bn": ("অনুবাদ", "এখানে অনুবাদ"),
    "bs": ("pr", r"\bevo pri?jevoda\b|\bevo prevoda\b"),
    "ca": ("tradu", r"\baquí (?:tens|teniu) la traducció"),
    "cs": ("překl", r"\b(?:zde|tady) je (?:váš )?překlad|\b(?:zde|tady) je přeložený"),
    "da": ("overs", r"\bher er (?:din )?oversættelsen?"),
    "de": (
        "übersetz;sprachmodell; ki;als ki",
        r"\bhier ist (?:die|meine|deine|ihre|eine) (?:[a-zäöüß]+ ){0,2}übersetzung|\bhier ist der übersetzte text",
        r"\bals (?:ki-)?sprachmodell\b|\bals ki\b",
    ),
    "el": ("μετάφραση", r"\b(?:ορίστε|ακολουθεί|εδώ είναι) η μετάφραση"),
    "es": (
        "tradu;modelo;inteligencia",
        r"\baquí (?:está|tienes|tiene|va) (?:la|tu|su|mi|una) traducción",
        r"\baquí (?:está|tienes|tiene) el texto traducido",
        r"\bcomo (?:modelo de lenguaje|inteligencia artificial)\b",
    ),
    "et": ("tõlge", r"\bsiin on (?:teie )?tõlge\b"),
    "fa": ("ترجمه", "در اینجا ترجمه|این ترجمه (?:شما|متن) است"),
    "fi": ("käännös", r"\btässä (?:on )?käännös"),
    "fr": (
        "tradu;en tant qu",
        r"\bvoici (?:la|ma|votre|une|ta) (?:[a-zé]+ )?traduction|\bvoici le texte traduit",
        r"\ben tant qu(?:e modèle|['’](?:ia|intelligence artificielle))\b",
    ),
    "he": ("תרגום", "(?:הנה|להלן) (?:ה)?תרגום"),
    "hi": ("अनुवाद", "यह(?:ाँ|ां) (?:आपका )?अनुवाद"),
    "hu": ("fordítás", r"\b(?:íme|itt van) a fordítás"),
    "id": ("terjemahan", r"\bberikut(?: ini)?(?: adalah)? terjemahan"),
    "it": (
        "tradu;tradotto;modello",
        r"\becco (?:la|una|qui la) (?:mia |tua |sua )?traduzione|\becco il testo tradotto|\bcome modello linguistico\b",
    ),
    "ja": (
        "翻訳;モデル",
        "以下(?:は|が|に).{0,12}翻訳|翻訳(?:文|結果)?は(?:以下|次)|こちら(?:が|は).{0,8}翻訳(?:です|文)|(?:ai|言語)モデルとして",
    ),
    "kk": ("аударма", "міне аударма"),
    "ko": ("번역;모델로서", "(?:다음은|여기) .{0,12}번역|번역은 다음과|언어 모델로서"),
    "lt": ("vertimas", r"\bštai vertimas\b"),
    "lv": ("tulkojums", r"\bšeit ir tulkojums\b"),
    "mk": ("превод", r"\bеве го преводот\b"),
    "nb": ("oversett", r"\bher er oversettelsen"),
    "nl": ("vertaal;vertaling;taalmodel", r"\bhier is (?:de|mijn|uw|je|jouw|een) vertaling",
           r"\bhier is de vertaalde tekst",
           r"\bals (?:ai-)?taalmodel\b"),
    "pl": ("tłumacz;model", r"\boto (?:moje |twoje )?tłumaczenie|\boto przetłumaczony|\bjako model językowy\b"),
    "pt": ("tradu;modelo", r"\b(?:aqui está|segue|eis) (?:a|sua|a sua|uma) tradução|\baqui está o texto traduzido",
           r"\bcomo (?:um )?modelo de linguagem\b"),
    "ro": ("traducere", r"\biată traducerea"),
    "ru": ("перев;модель;интеллект", r"\bвот (?:ваш |мой |твой )?перев(?:од|едённый|еденный)\b",
           r"\bкак (?:языковая модель|искусственный интеллект)\b"),
    "sk": ("prel;prek", r"\btu je (?:váš )?preklad|\btu je preložený"),
    "sl": ("prevod", r"\btukaj je (?:vaš )?prevod\b"),
    "sr": ("prevod;превод", r"\bево превода?\b|\bevo prevoda?\b"),
    "sv": ("översätt", r"\bhär är (?:din )?översättning"),
    "th": ("แปล", "นี่คือ(?:คำ|การ)แปล"),
    "tr": ("çeviri;yapay;modeli", r"\bi̇?şte (?:[a-zçğıöşü]+ )?çeviri|\bbir yapay zeka\b[^.]{0,20}\bolarak\b",
           r"\bdil modeli olarak\b"),
    "uk": ("перекла;модель", r"\bось (?:ваш |мій )?перекла(?:д|дений)\b|\bяк мовна модель\b"),
    "ur": ("ترجمہ", "یہ رہا ترجمہ"),
    "uz": ("tarjima", r"\bmana tarjima"),
    "vi": ("bản dịch", r"\b(?:đây|dưới đây) là bản dịch"),
    "zh": (
        "翻;译;譯;作为;作為",
        "(?:以下|这|這)(?:就)?是.{0,12}(?:翻译|翻譯|译文|譯文)|(?:翻译|翻譯|译文|譯文)(?:结果|結果)?如下",
        "作(?:为|為)(?:一个|一個)?(?:ai|人工智[能慧]|语言模型|語言模型)",
    ),
}  # fmt: skip
_SAME: Final = {"hr": "bs", "sh": "bs", "nn": "nb", "no": "nb", "ms": "id", "fil": "en", "tl": "en"}

_Phrases = tuple[tuple[str, ...], re.Pattern[str]]


@cache
def _phrases(language: str) -> tuple[_Phrases, ...]:
    known = [_PHRASES[code] for code in dict.fromkeys(["en", _SAME.get(language, language)]) if code in _PHRASES]
    return tuple((tuple(stems.split(";")), re.compile("|".join(phrases))) for stems, *phrases in known)


def said_by_machine(text: str, language: str) -> re.Match[str] | None:
    """Find what an assistant or a service says, in English or in the language; ``text`` is in lower case."""
    for stems, expression in _phrases(language):
        for stem in stems:
            if stem in text:
                match = expression.search(text)
                if match:
                    return match
                break
    return None


#: What a text begins with that was announced as a translation.
LABEL: Final = re.compile(
    r"[\s\"'*_#“„«»「『]{0,8}(?:translation|translated text|übersetzung|traduction|traducción|traduzione|tradução|"
    r"vertaling|tłumaczenie|překlad|preklad|перевод|переклад|пераклад|превод|çeviri|tərcümə|tarjima|аударма|"
    r"翻訳(?:文|結果)?|翻译|翻譯|译文|譯文|번역(?:문)?|الترجمة|ترجمة|ترجمه|ترجمہ|תרגום|अनुवाद|অনুবাদ|bản dịch|terjemahan|"
    r"คำแปล|översättning|oversættelse|oversettelse|käännös|fordítás|traducere|μετάφραση|traducció|prijevod|prevod)"
    r"(?:\s\([^()]{1,30}\))?[*_\"”»」』]{0,4}\s?[:：]"
)

#: Words of translating: a source that has one may be translated as any of the phrases.
OF_TRANSLATING: Final = re.compile(
    r"translat|übersetz|tradu[czit]|vertal|tłumacz|překl|preklad|перев[оеё]д|перекла|çevir|tərcümə|翻|译|譯|번역|ترجم|תרגום"
)

#: What stood for markup while a machine had the text, also as it comes back with spaces in it.
MASK: Final = re.compile(
    r"\{\{ ?\d{1,4} ?\}\}|_ ?_ ?[A-Za-z]{0,5}\d{1,4} ?_ ?_|⟦[^⟦⟧]{0,20}⟧|@ ?@ ?\d{1,4} ?@ ?@|% ?% ?\d{1,4} ?% ?%|"
    r"(?<!\[)\[\[ ?\d{1,4} ?\]\]|</?(?:x|g|bx|ex|bpt|ept|ph|mrk)(?: id| mid| i)?=?[\"'\d][^<>]{0,20}>|"
    r"\b[Xx]{1,3}[A-Z]{2,12}[-_ ]?\d{1,4}[Xx]{1,3}\b|\b[Xx]{2,3}\d{1,4}[Xx]{2,3}\b|\bZZ\d{1,4}ZZ\b|"
    r"\bPLACEHOLDER_?\d{1,4}\b|[\u2063\ufff9-\ufffb]|[\ue000-\uf8ff]"
)
