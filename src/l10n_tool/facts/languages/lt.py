"""Lithuanian."""

from typing import Final

NOT: Final = """
    ne nėra nebuvo nebus niekada niekas nieko niekam niekur jok* be nei nebe* negal* ne[a-ząčęėįšųūž]{5}* nepavyk*
    neleid*
"""
NEGATIVE: Final = """
    privalom* ne[a-ząčęėįšųūž]{3}* be[a-ząčęėįšųūž]{4}* tik tiktai vien išskyrus klaid* tušči* draudž* uždraust*
    atmest* atsisak* venk* retai maža* mažai per prieš kitaip nemokam* trūkst* trūko anonim* netinkam* neteising*
    dingo ne_tik
"""
HEDGES: Final = """
    tariam* vadinam* neva esą įtariam* apsišaukėl* savamarksl*
"""
HEDGING: Final = """
    teig* pasak anot akivaizdžiai kaltin* galim* atrodo pran* sako* spėjam* manom* matyt
"""
INTENSIFIERS: Final = """
    labai itin nepaprastai absoliučiai visiškai brutal* žiaur* žvėrišk* barbarišk* siaubing* baisi* negailesting*
    neįtikėtinai giliai neabejotinai ypač šiurpi*
"""
INTENSE: Final = """
    svarb* tikrai stipr* didel* didž* milžinišk* ypating* skub* piln* vis[iaoų]* visada taip pernelyg sunk* rimt*
    aukšt* gil* kruvin* masin* geriaus* blogiaus* daug griežt* *iausi* saug*
"""
NEUTRAL: Final = """
    nepamiršk* nedvejok* nepriklausom* neseniai nekilnojam* netrukus begal* beveik bendr* berniuk* bet betar*
    nepaprastai neįtikėtinai neabejotinai
"""
