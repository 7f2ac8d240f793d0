"""Swedish."""

from typing import Final

NOT: Final = """
    inte ej ingen inget inga ingenting aldrig utan varken icke ingenstans nej ingendera ingens
"""
NEGATIVE: Final = """
    irreversib*
    o(giltig|möjlig|känd|tillåt|tillräck|behör|lag|nödvänd)*
    o(läs|synlig|änd|aktiv|använd|fullständ|begräns|kompat)* o(komplett|korrekt|riktig|säk|rim|vill|vän|bekr)*
    o(lik|verk|stöd|klar|rätt|tillgäng|upplös|bet)* o(skyld|be)* in(aktiv|korrekt|kompatib)* *lös *lösa *löst
    miss[lbt]* sakna* förbj* förbud* förhindr* hindr* undvik* vägra* misslyck* neka* avvis* avslag* endast bara
    enbart utom förutom knappt sällan ogiltig* ignorer* uteslut* hopp* avaktiv* inaktiv* icke-* anonym* inte_bara
    inte_enbart tveka_inte glöm_inte
"""
HEDGES: Final = """
    påstå[dt]d?a? påstått påstådda påstådd så_kallad* s\\.k förment* förmodad* självutnämnd* självutropad* förmenta
    lär
"""
HEDGING: Final = """
    påstå* enligt uppgift* tydligen angiven misstänkt* kalla* sägs uppges hävda* skulle antag* förmoda* rapport*
"""
INTENSIFIERS: Final = """
    mycket extremt oerhört absolut fullständigt totalt helt brutal* grym* bestialisk* barbarisk* hänsynslös*
    skoningslös* fruktansvärd* förfärlig* otroligt ohyggligt monstruös* ytterst synnerligen djupt utan_tvekan
    avskyvärd* enormt
"""
INTENSE: Final = """
    viktig* verklig* riktigt stark* stor* enorm* särskil* brådskand* full* hel* alltid alla allt så för strikt*
    tung* allvarlig* hög* djup* blodig* mass* omänsklig* intensiv* extrem* våld* bäst* sämst* mest* väldig* många
    kritisk* säker* noga absolut* total* komplett*
"""
