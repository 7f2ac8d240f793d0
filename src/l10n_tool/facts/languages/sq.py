"""Albanian."""

from typing import Final

NOT: Final = """
    nuk s'* mos asnjë* askush askujt kurrë asgjë pa as jo askund ska nuk_*
"""
NEGATIVE: Final = """
    pa[a-zçë]{4}* jo-* vetëm përveç gabim* bosh* zbraz* ndalu* ndalo* refuz* moho* shmang* parandal* rrallë pak
    kundër falas përndryshe mung* dështo* dështi* ç[a-zë]{4}* injor* pavlefsh* pamundu* jo_vetëm mos_harro*
    mos_hezito*
"""
HEDGES: Final = """
    i_ashtuquajtur* e_ashtuquajtur* ashtuquajtur* gjoja pretendua* supozua* vetëshpallur* kinse
"""
HEDGING: Final = """
    pretend* sipas dysh* akuz* quajtur* mesa duket thuhet raport* supoz*
"""
INTENSIFIERS: Final = """
    shumë jashtëzakonisht absolutisht plotësisht krejtësisht brutal* mizor* mizorisht egër barbar* tmerrsh*
    llahtarsh* pamëshirsh* tepër thellësisht pabesueshëm padyshim
"""
INTENSE: Final = """
    rëndësish* vërtet fort* madh* madhe të_mëdha veçanërisht urgjen* plot* gjith* gjithmonë kaq aq rënd* serioz*
    lart* thell* përgjak* më keq mirë rrept* domosdosh* i_gjithë
"""
NEUTRAL: Final = """
    pak_a_shumë paraq* parë* pasi* pasur* patjetër paralel* pamje* më_shumë më_tepër
"""
