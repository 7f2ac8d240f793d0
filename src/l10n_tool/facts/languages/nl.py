"""Dutch."""

from typing import Final

NOT: Final = """
    niet geen nooit niets niemand nergens zonder noch nee neen nimmer geenszins evenmin niks
"""
NEGATIVE: Final = """
    on(?!der|ze|s$|t|line|g)* *loze? *loos in(correct|compat|actief|consist|compleet|valide)* il(legaal|legale)*
    verbied* verboden voorkom* vermijd* weiger* mislukt* mislukk* ontbreek* ontbrek* ontbrak* behalve uitgezonderd
    alleen slechts enkel nauwelijks zelden verhinder* ontken* uitgeschakeld* gedeactiveerd* ongeldig* afgewezen
    geweigerd* anoniem* tenzij niet_alleen niet_slechts niet_vergeten aarzel_niet niet_later onge(?!veer)*
"""
ADVERSE: Final = """
    in(compleet|complete|valide|actie[fv]*|adequa*|stabiel*|effici*|effect*|competen*) ir[a-z]{4}* ill[a-z]{3}*
    fout* verkeerd* gevaar* risi* strijd* wederrechtelijk* overbodig* twijfel* schadelijk* deels gedeeltelijk*
    weinig vergeefs* tevergeefs vrij* vaag* leeg lege slecht* tekort* ter_discussie arbitrair* open offline
"""
HEDGES: Final = """
    vermeend* zogenaamd* zogeheten zogezegd* naar_verluidt beweerd* beweerdelijk* zelfbenoemd* zelfverklaard*
    vermoedelijk*
"""
HEDGING: Final = """
    beweer* bewer* volgens zou zouden schijnbaar* kennelijk* blijkbaar* genoemd* genaamd* verdacht* bericht* heet
    heten verondersteld* vermoed* gezegd
"""
INTENSIFIERS: Final = """
    zeer uiterst extreem volkomen absoluut absolute totaal brutaal brutale wreed wrede gruwelijk* beestachtig*
    barbaars* meedogenlo* genadelo* afschuwelijk* verschrikkelijk* ongelooflijk* ontzettend* monsterlijk*
    buitengewoon bijzonder volstrekt ongetwijfeld overduidelijk* schandalig*
"""
INTENSE: Final = """
    heel erg echt sterk* zwaar zware hoog hoge diep* groot grote groots* enorm* belangrijk* dringend* streng* hevig*
    intens* volledig* helemaal geheel gehele veel zo te zeker* extreme massa* bloedig* geweld* onmenselijk* best
    beste slecht* altijd alle uitermate volkomen totale vooral erge ernstig* compleet complete absoluut*
"""
NEUTRAL: Final = """
    onder* online ons onze ont(wikkel|moet|vang|werp|hou|st|gr|d)* ongeveer ongev* onmiddellijk* tezamen
"""
