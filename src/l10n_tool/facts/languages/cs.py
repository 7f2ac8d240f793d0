"""Czech."""

from typing import Final

NOT: Final = """
    nedo(š|j)*
    ne není nejsou nejsem nebyl* nebud* bez ani nelze nemá nemaj* nemůž* nesmí* nemoh* nech?t* neexist* nepod*
    nedoporuč* ne[a-záčďéěíňóřšťúůýž]{6}* nikoli* beze nic
"""
NEGATIVE: Final = """
    ne[a-záčďéěíňóřšťúůýž]{2}* bez[a-záčďéěíňóřšťúůýž]{3}* chyb* zakáz* zakaz* odmít* zabr[aá]* vyhn* vyhýb* selh*
    pouze jen jenom výhradně kromě vyjma mimo zřídka stěží ignor* vynech* vylouč* anonym* přesta* zamít* dokud
    ne_jen
"""
CONCORD: Final = """
    nikdy nikdo nikoho nikomu nic ničeho nikde žádn*
"""
ADVERSE: Final = """
    chybn* chyba chyby nebezpeč* špatn* protiprávn* škodliv* pochybn* zbytečn* marn* málo částečn* voln[ýáé]*
    poškozen* falešn* protizákon* znemož* sporn* cizí
"""
HEDGES: Final = """
    údajn* takzvan* domněl* samozvan* prý údajně
"""
HEDGING: Final = """
    tvrdí* tvrzen* podle obvin* nazývan* zvan* podezř* předpoklád* pravděpodobn* zřejmě zdánliv* měl měla hlásí*
    možn* tzv
"""
INTENSIFIERS: Final = """
    velmi velice extrémně absolutně naprosto zcela úplně brutáln* krut[ěéýá]* bestiáln* barbarsk* nelítostn*
    strašliv* děsiv* hrozn* příšern* neuvěřitelně nesmírně hluboce odporn* nepochybně zrůdn* mimořádně
"""
INTENSE: Final = """
    důležit* opravdu skutečně siln* velk* velik* obrovsk* obzvlášť zvlášť* naléhav* pln[ěý]* zcela úpln* vždy
    všechn* všech tak příliš přísn* těžk* vážn* vysok* hlubok* krvav* masov* nelids* intenziv* extrém* nej* mnoho
    moc dost zásadn* absolutn* kritick* rozhodně výrazně
"""
NEUTRAL: Final = """
    nejen nejenom nebo neboť než nežli nej(?!edn|ist|as)[a-zá-ž]{4}* neděl* německ* nezapomeňte neváhejte nezávisl*
    bezpečn* bezplatn* bezprostředn* nedávn* nebe nebesk* nejprve nejdřív* nesmírně neuvěřitelně nutn* nech nechat
    nechte něco někte* někdo někdy něj ní nést nemoc* nepal* nepál* nepāl* непал*
"""
