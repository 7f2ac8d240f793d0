"""Norwegian."""

from typing import Final

NOT: Final = """
    ikke ikkje ei_heller ingen intet inga inkje aldri uten utan verken korkje nei ingenting ikke-* ikkje-*
"""
NEGATIVE: Final = """
    u(gyldig|mulig|mogleg|kjen[td]|tillat|tilstrek|lovlig|nødvend)*
    u(les|synlig|aktiv|bruk|fullst|begrens|avgrens|korrekt)* u(riktig|sikker|autoris|lik|egnet|skyld|besvar)*
    in(aktiv|kompatib|korrekt)* *løs *løse *løst *laus mangl* forby* forbud* forbudt forbode forhindr* hindr* unngå*
    nekt* mislyk* misluk* avvis* avslå* kun bare berre unntatt bortsett knapt sjelden galt gal gale ignorer* uteluk*
    deaktiv* anonym* benekt* ikke_bare ikke_kun ikkje_berre ikke_nøl nøl_ikke ikke_glem
"""
HEDGES: Final = """
    påstått påståtte såkalt* såkalla* angivelig* formodet formodede antatt selvutnevnt* selverklært* visstnok
    etter_sigende
"""
HEDGING: Final = """
    påst* ifølge tilsynelatende mistenkt* kall* sies hevd* skal antat* formod* rapport* opply* åpenbart
"""
INTENSIFIERS: Final = """
    svært meget veldig ekstremt overordentlig* absolutt fullstendig* fullkomment totalt helt brutal* grusom*
    bestialsk* barbarisk* hensynsløs* nådeløs* fryktelig* forferdelig* utrolig* uhyre ytterst dypt utvilsomt
    avskyelig* enormt
"""
INTENSE: Final = """
    viktig* virkelig* riktig* sterk* stor* enorm* særlig* spesielt hurtig* full* hel* alltid alle alt så for
    strengt* tung* alvorlig* høy* dyp* blodig* masse* umenneskelig* intens* ekstrem* vold* best* verst* mest* mange
    mye kritisk* sikker* nøye absolutt* total* komplett*
"""
