"""Galician."""

from typing import Final

NOT: Final = """
    non nunca xamais ninguén nada ningún ningunha ningúns ningunhas nin sen tampouco
"""
NEGATIVE: Final = """
    in(activ|acces|cap|compat|complet|correct|def|dispon|exist|necesari|segur|sufic|útil|váli|visíb)*
    im(posíb|perf|prec|prob)* il(egal|imit)* des(activ|coñec|habilit)* falt* evit* prohib* imped* rexeit* neg[ao]*
    agás excepto salvo só soamente unicamente raramente pouc[oa]s? erro* baleir* exclu* demasiad* gratuít* contra
    ignor* anónim* fall* non_só non_soamente non_obstante non_dubide* non_esqueza* sen_dúbida
"""
HEDGES: Final = """
    suposto suposta supostos supostas supostamente presunt* presuntamente autoproclamad* autodenominad* disque
    ao_parecer
"""
HEDGING: Final = """
    segundo afirm* aleg* acus* aparent* tería* sería* dit[oa]s? di parece* sospeit* pretend* inform* chamado chamada
    chamados chamadas
"""
INTENSIFIERS: Final = """
    moi extremadamente absolutamente totalmente completamente brutal brutais brutalmente atroz atroces salvaxemente
    despiadad* horrib* terriblemente incriblemente enormemente profundamente ferozmente bárbar[oa]s? monstruos*
    cruelmente indubidablemente *ísim[oa]s? sumamente
"""
INTENSE: Final = """
    moito moita moitos moitas tan tanto máis gran* grande* enorme* realmente verdadeir* especialmente fort*
    plenamente ben total* complet* intens* extrem* absolut* cruel* violent* grave* profund* alt[oa]* sempre
    tod[oa]s? enteir* demasiad* inmens* salvax* masiv* mellor* peor* import* estrit* sever* segur*
"""
NEUTRAL: Final = """
    máxim[oa]s? mínim[oa]s? próxim[oa]s? últim[oa]s?
"""
