"""Danish."""

from typing import Final

NOT: Final = """
    ikke ej ingen intet aldrig uden hverken nej ingenting ikke-* ingensteds
"""
NEGATIVE: Final = """
    u(gyldig|mulig|kend|tillad|tilstræk|lovlig|nødvend|læs)*
    u(synlig|aktiv|brug|fuldst|begræns|korrekt|rigtig|sikker)* u(autoris|ens|egnet|venlig|skyld|besvar)*
    in(aktiv|kompatib|korrekt)* *løs *løse *løst mangl* forby* forbud* forbudt forhindr* hindr* undgå* nægt*
    mislykk* afvis* afslå* kun alene bortset undtagen knap sjældent forkert* ignorer* udeluk* sprunget deaktiv*
    anonym* benægt* ikke_kun ikke_blot ikke_bare tøv_ikke glem_ikke
"""
HEDGES: Final = """
    påstået* påståede såkaldt* angivelig* formodet formodede selvbestaltet selvbestaltede selvudråbt*
"""
HEDGING: Final = """
    påstå* ifølge tilsyneladende mistænkt* kald* siges hævde* skulle antag* formod* rapport* oplys* åbenbart
    formentlig
"""
INTENSIFIERS: Final = """
    meget ekstremt overordentlig* absolut fuldstændig* fuldkommen* totalt helt brutal* grusom* bestialsk* barbarisk*
    hensynsløs* skånselsløs* frygtelig* forfærdelig* utrolig* uhyre yderst dybt utvivlsomt afskyelig* enormt
"""
INTENSE: Final = """
    vigtig* virkelig* rigtig* stærk* stor* enorm* særlig* hurtig* fuld* hel* altid alle alt så for strengt* tung*
    alvorlig* høj* dyb* blodig* masse* umenneskelig* intens* ekstrem* vold* bedst* værst* mest* mange kritisk*
    sikker* nøje absolut* total* komplet*
"""
