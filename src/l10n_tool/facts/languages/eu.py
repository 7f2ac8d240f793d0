"""Basque."""

from typing import Final

NOT: Final = """
    ez ezin inoiz ezer inor inork inori gabe *gabe *gabeko gabeko ezta ezein inon ezingo ezinezko* ezik eza* bat_ere
    *rik_ez
"""
NEGATIVE: Final = """
    ez[a-z]{3}* *ezin* *ezina *gabe* baliogabe* des[a-z]{4}* bakarrik soilik salbu ezik huts* akats* errore* okerr*
    debeka* uka* saihest* galaraz* gutxi doan kontra bestela falta* hutsik* ez_bakarrik ez_soilik ez_ahaztu
"""
HEDGES: Final = """
    ustezko* omen deritzon* balizko* autoizendat*
"""
HEDGING: Final = """
    arabera dio* diote* salat* susmo* itxuraz izeneko* ustez dirudi*
"""
INTENSIFIERS: Final = """
    oso izugarri guztiz erabat zeharo basati* krudel* anker* ankerki basaki ikaragarri* beldurgarri* sinestezin*
    sekulako* biziki
"""
INTENSE: Final = """
    garrantzi* benetan indartsu* handi* bereziki premia* osorik oso* guzti* dena* beti hain gehiegi larri* altu*
    sakon* askoz asko hobe* gehien* zorrotz* *en
"""
NEUTRAL: Final = """
    ezar* ezagut* ezker* ezaug* eztabaid* ezberdin* ezkutu*
"""
