"""Hungarian."""

from typing import Final

NOT: Final = """
    nem ne se sem nincs nincsen nincsenek soha sose sohasem sehol senki* semmi* egyik_sem egyetlen_*_sem nélkül
    nélküli nélkül* sincs sincsen sincsenek semelyik nehogy nem-* sosem mégsem
"""
NEGATIVE: Final = """
    *talan* *telen* *tlan* *tlen* hiány* tilo[ss]* tilt* megtagad* elutasít* megakadályoz* elkerül* kivéve csak
    csupán kizárólag alig ritkán kev[eé]s* túl üres* hib[aá]* helytelen* rossz* érvénytelen* ellen* ingyen* kihagy*
    mellőz* kizár* sikertelen* egyébként különben képtelen* anélkül nem_csak ne_feledje* ne_felejtse* ne_habozz*
"""
HEDGES: Final = """
    állítólag állítólagos* úgynevezett* ún feltételezett* önjelölt* magát_*nak önmagát_* vélt
"""
HEDGING: Final = """
    állít* szerint látszólag nevezett* gyan[uú]* vádol* feltehető* valószínű* jelent* neve[zs]* mond*
"""
INTENSIFIERS: Final = """
    nagyon rendkívül* szerfelett abszolút teljesen teljességgel brutális* kegyetlen* állatias* barbár* könyörtelen*
    borzalmas* szörnyű* rettenetes* hihetetlenül iszonyú* iszonyatos* mélységesen kétségtelenül roppant végtelenül
    embertelen* felettébb förtelmes*
"""
INTENSE: Final = """
    fontos* igazán valóban erős* erősen nagy* hatalmas* különösen különös* sürgős* teljes* egész* mindig minden*
    annyira túl szigorú* szigorúan súlyos* magas* mély* véres* tömeg* intenzív* extrém* erőszak* leg* sok* kritikus*
    biztos* egészen jelentős* meglehetősen jól
"""
NEUTRAL: Final = """
    nemcsak nemrég* nemzet* nemek* nemes* neme nemi nemű*
"""
