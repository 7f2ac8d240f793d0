"""Latvian."""

from typing import Final

NOT: Final = """
    ne nē nav nekad neviens neviena* nevienu* nevien* neko nekas bez nebija nebūs nedrīkst nevar*
    ne[a-zāčēģīķļņšūž]{5}* nekur nedz
"""
NEGATIVE: Final = """
    ne[a-zāčēģīķļņšūž]{3}* tikai vienīgi izņemot kļūd* tukš* aizlieg* atteik* noraid* novērs* izvair* reti maz pārāk
    pret citādi bezmaksas bez[a-z]{3}* trūk* anonīm* ne_tikai
"""
HEDGES: Final = """
    šķietam* tā_saukt* tā_dēvēt* it_kā domājam* pašpasludināt* pašieceltais
"""
HEDGING: Final = """
    apgalvo* saskaņā pēc acīmredzot aizdom* apsūdz* sauc* iespējam* ziņo* varbūt
"""
INTENSIFIERS: Final = """
    ļoti ārkārtīgi absolūti pilnīgi pilnībā brutāl* nežēlīg* zvērisk* barbarisk* briesmīg* šausmīg* neticami dziļi
    neapšaubāmi bezgala necilvēcīg* drausmīg*
"""
INTENSE: Final = """
    svarīg* patiešām tieš[āa]m stipr* liel* milzīg* īpaši steidzam* piln* vis[suaie]* vienmēr tik pārāk smag*
    nopietn* augst* dziļ* asiņain* masveid* labāk* sliktāk* daudz stingr* vis* droši
"""
NEUTRAL: Final = """
    nevis_tikai neaizmirst* nevilcin* nedēļ* neatkarīg* nekustam* nesen* nepieciešam* neliel* nedaudz nepārtraukt*
    nežēlīg* neticami neapšaubāmi nepal* nepál* nepāl* непал*
"""
