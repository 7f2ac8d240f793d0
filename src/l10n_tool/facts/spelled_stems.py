"""Beginnings of words that say a small number in another way: ordinals, multiplicatives, collectives, short stems.

They are evidence that a number is said, never that another one is: a stem may begin other words as well, so it only
keeps a finding from being made. Written by hand; the words themselves are in spelled_data.py.
"""

from collections.abc import Mapping
from typing import Final

__all__ = ["STEMS"]

_SOUTH_SLAVIC: Final = (
    "2 dva dvi dvj dvo drug duplo; 3 tre tri tro; 4 četv četir četr; 5 pet; 6 šest; 7 sedm sedam; 8 osm osam; "
    "9 devet; 10 deset; 20 dvades; 30 trides"
)
_SCANDINAVIAN: Final = (
    "2 andre anden dobbel begge tosi tofaktor totrin; 3 tre tredj; 4 fire fjerd; 5 fem; 6 seks sjett; 7 syv sju; "
    "8 otte åtte; 9 niend; 10 tiend; 11 ellev elvt; 12 tolv dusin"
)

#: By language: ``value beginning beginning; value beginning``.
STEMS: Final[Mapping[str, str]] = {
    "ar": (
        "2 مرتين مرتان ثنائ زوج كلا كلتا اثن إثن ثان; 3 ثلاث ثلث ثالث; 4 أربع اربع رباع رابع; 5 خمس خامس خماس; "
        "6 ستة ستّ سادس سداس; 7 سبعة سبعي سابع سباع; 8 ثمان ثامن; 9 تسعة تسعي تاسع; 10 عشر عاشر"
    ),
    "az": "1 birinc birər; 2 cüt qoşa; 3 üçü üçd üçe üçə üçl üçt üçbuc; 10 onunc onluq onar",
    "be": (
        "2 дву двай двой друг; 3 трох трэц трой трыч; 4 чатыр чацв; 5 пят пяц; 6 шасц шэсц шост; 7 сям сем сём; "
        "8 васьм восьм; 9 дзевят дзевяц дзявят; 10 дзесят дзесяц дзясят; 12 дванаццат"
    ),
    "bg": (
        "2 дву два две двой втор; 3 тре три тро; 4 четв четир; 5 пет; 6 шест; 7 седм; 8 осм; 9 девет; 10 десет; "
        "11 единадес; 12 дванадес; 13 тринадес; 14 четиринадес; 15 петнадес; 16 шестнадес; 17 седемнадес; "
        "18 осемнадес; 19 деветнадес; 20 двадес; 30 тридес; 60 шестдес"
    ),
    "bs": _SOUTH_SLAVIC,
    "ca": (
        "2 dos due dobl segon ambd; 3 tres terc tripl; 4 quatr quart quàdr; 5 cinc cinqu quint; 6 sisè sext; "
        "7 setè; 8 vuit; 9 nov; 10 desè dec; 12 dotz; 15 quinz"
    ),
    "cs": (
        "2 dva dvě dvo druh podruh oba obě; 3 tři tře tro potřet; 4 čtyř čtv; 5 pět pát pat; 6 šest; 7 sedm; 8 osm; "
        "9 devět devít devat devát; 10 deset desít desát; 12 dvanáct tuc; 15 patnáct; 20 dvacát; 30 třicát"
    ),
    "da": _SCANDINAVIAN,
    "de": (
        "1 erst; 2 zwei zwo doppel beid; 3 drei dritt; 4 vier; 5 fünf; 6 sechs; 7 sieb; 8 acht; 9 neun; 10 zehn; "
        "11 elf; 12 zwölf dutzend; 16 sechzehn; 17 siebzehn; 20 zwanzig"
    ),
    "el": (
        "2 δύο δυο δεύτερ διπλ; 3 τρί τρι τρεις; 4 τέσσερ τεσσάρ τεσσερ τέταρτ τετρα; 5 πέντε πέμπτ πεντ; "
        "6 έξι έκτ εξ; 7 επτ εφτ έβδομ; 8 οκτ οχτ όγδο; 9 εννέ εννι ένατ; 10 δέκα δέκατ δεκά; 11 έντεκα ενδέκατ; "
        "12 δώδεκα δωδέκατ ντουζίν; 15 δεκαπέντ; 20 εικοσ"
    ),
    "es": (
        "2 dobl segund amb; 3 tercer terci tripl; 4 cuatr cuart cuádr; 5 cinc quint; 6 sext; 7 sépt séptim; "
        "8 octav; 9 noven; 10 décim decim decen; 11 undéc; 12 doc duodéc; 15 quinc; 20 vigés"
    ),
    "et": (
        "2 kah tein teis topelt mõlem; 3 kolm; 4 nelj; 5 viie viit; 6 kuue kuut; 7 seits; 8 kahek; 9 ühek; 10 küm; "
        "12 kaheteist tosin"
    ),
    "fi": (
        "2 kahd kaks kaht toine tois tupla molem; 3 kolm; 4 nelj neli; 5 viid viis viit; 6 kuud kuus kuut; "
        "7 seits; 8 kahdeks; 9 yhdeks; 10 kymme; 12 kahdentoist tusin"
    ),
    "fr": (
        "2 doubl second pair; 3 trip tierc tiers; 4 quatr quadr; 5 quint; 6 sixi; 7 septi; 8 huit; 9 neuv; 10 dix; "
        "11 onz; 12 douz; 13 treiz; 16 seiz; 20 vingt"
    ),
    "hr": _SOUTH_SLAVIC,
    "hu": (
        "2 két kett máso dupl mindk; 3 hár har; 4 négy negy; 5 öt; 6 hat; 7 hét het; 8 nyolc; 9 kilenc; 10 tíz; "
        "11 tizenegy; 12 tizenk tucat; 20 húsz husz"
    ),
    "id": (
        "2 kedua ganda; 3 ketiga; 4 keempat; 5 kelima; 6 keenam; 7 ketujuh; 8 kedelapan; 9 kesembilan; 10 kesepuluh"
    ),
    "it": (
        "2 doppi second entramb coppi; 3 terz tripl tris; 4 quattr quart quadr; 5 cinqu quint; 6 sest sei; 7 sett; "
        "8 otto ottav; 9 nov; 10 dieci decim; 11 undic; 12 dodic dozzin; 15 quindic; 20 venti ventes"
    ),
    "lt": (
        "2 dvi dvej antr abi; 3 tri tre; 4 ketur ketv; 5 penk; 6 šeš; 7 sept; 8 aštuon aštun; 9 devyn devin; "
        "10 dešimt; 12 dvylik tuzin"
    ),
    "lv": "2 div otr abi; 3 trij treš; 4 četr ceturt; 5 piec piekt; 6 seš sest; 7 sept; 8 asto; 9 devi; 10 desmit",
    "nb": _SCANDINAVIAN,
    "nl": (
        "2 twee dubbel beid; 3 drie derd; 4 vier; 5 vijf; 6 zes; 7 zeven; 8 acht; 9 negen; 10 tien; 11 elf; "
        "12 twaalf dozijn"
    ),
    "pl": (
        "2 dwu dwo dwa dwó drug podwó oba obie; 3 trze trzy tro trój; 4 czter czwar czwór czwor; 5 pięc piąt; "
        "6 sześ szós; 7 siedm siódm; 8 ośm ósm; 9 dziewię dziewią; 10 dziesię dziesią; 11 jedenast; 12 dwunast tuzin; "
        "13 trzynast; 14 czternast; 15 piętnast; 16 szesnast; 17 siedemnast; 18 osiemnast; 19 dziewiętnast; "
        "20 dwudziest; 30 trzydziest; 40 czterdziest; 50 pięćdziesi; 60 sześćdziesi; 70 siedemdziesi; "
        "80 osiemdziesi; 90 dziewięćdziesi"
    ),
    "pt": (
        "2 dobr segund amb; 3 terc tripl; 4 quatr quart quádr; 5 cinc quint; 6 sext; 7 sétim setim; 8 oitav; "
        "9 non; 10 décim; 12 dúzi; 15 quinz; 20 vigés"
    ),
    "ro": (
        "2 dou doi dubl amb; 3 trei tripl; 4 patr; 5 cinc; 6 șase şase; 7 șapte şapte; 8 opt; 9 nou; 10 zece; "
        "12 duzin; 20 douăzeci"
    ),
    "ru": (
        "2 дву двое двои двой втор вдво дважд оба обе обо; 3 трёх трем трём трех трет трое трои трой втро трижд; "
        "4 четыр четвер вчетвер; 5 пят впятер; 6 шест вшестер; 7 сем седьм всемер; 8 восьм; 9 девят; 10 десят; "
        "12 дюжин; 40 сорок; 50 пятидесят; 60 шестидесят; 70 семидесят; 80 восьмидесят; 90 девяност"
    ),
    "sk": (
        "2 dva dve dvo druh oba obe; 3 tri tre tro; 4 štyr štvr štvor; 5 päť piat; 6 šesť šiest; 7 siedm sedm; "
        "8 ôsm osm; 9 deviat; 10 desiat; 12 tuc; 20 dvadsiat; 30 tridsiat"
    ),
    "sl": (
        "2 dva dve dvo drug oba obe; 3 tre tri tro; 4 štir četr; 5 pet; 6 šest; 7 sedm; 8 osm; 9 devet; 10 deset; "
        "18 osemnajst; 20 dvajset"
    ),
    "sr": _SOUTH_SLAVIC + (
        "; 2 два дви две дво друг; 3 тре три тро; 4 четв четир; 5 пет; 6 шест; 7 седм; 8 осм; 9 девет; 10 десет; "
        "20 двадес; 30 тридес"
    ),
    "sv": (
        "2 två andra dubb båda tvenn; 3 tre tredj; 4 fyr fjärd; 5 fem; 6 sex sjätt; 7 sju; 8 åtta åttond; 9 nio; "
        "10 tio; 11 elva elft; 12 tolv tolft dussin; 20 tjugo"
    ),
    "tr": "1 birinc birer; 2 çift; 3 üçe üçt üçü üçd üçl üçg; 4 dörd; 10 onunc onar onlu",
    "uk": (
        "2 дво два дві друг двіч обид обо; 3 трьо трет трич трой троє; 4 чотир четвер; 5 п'ят; 6 шіст шест шост; "
        "7 сьом сем сім; 8 восьм вісьм; 9 дев'ят; 10 десят; 11 одинадцят; 12 дванадцят дюжин; 13 тринадцят; "
        "14 чотирнадцят; 15 п'ятнадцят; 16 шістнадцят; 17 сімнадцят; 18 вісімнадцят; 19 дев'ятнадцят; 20 двадцят; "
        "30 тридцят; 40 сорок; 50 п'ятдесят п'ятидесят; 60 шістдесят; 70 сімдесят; 80 вісімдесят; 90 дев'яност"
    ),
}  # fmt: skip
