"""Slovak."""

from typing import Final

NOT: Final = """
    ne nie nieje niesú niebol* niesme nieste nijak* bez ani nemožno nemá nemaj* nemôž* nesmie* nebol* nebud*
    neexist* nepod* ne[a-záäčďéíĺľňóôŕšťúýž]{6}* niet
"""
NEGATIVE: Final = """
    ne[a-záäčďéíĺľňóôŕšťúýž]{2}* bez[a-záäčďéíĺľňóôŕšťúýž]{3}* chyb* zakáz* zakaz* odmiet* zabr[aá]* vyhn* vyhýb*
    zlyh* iba len výlučne okrem zriedka sotva ignor* vynech* vylúč* anonym* prestal* zamiet* kým nie_len nie_iba
"""
CONCORD: Final = """
    nikdy nikto nikoho nikomu nič ničoho nikde žiadn* žiaden
"""
HEDGES: Final = """
    údajn* takzvan* domnel* samozvan* vraj
"""
HEDGING: Final = """
    tvrdí* tvrden* podľa obvin* nazývan* zvan* podozr* predpoklad* pravdepodobn* zrejme zdanliv* mal mala hlás*
    možn* tzv
"""
INTENSIFIERS: Final = """
    veľmi extrémne absolútne úplne celkom brutáln* krut[éýáo]* beštiáln* barbarsk* nemilosrdn* strašn* desiv* hrozn*
    príšern* neuveriteľne nesmierne hlboko odporn* nepochybne mimoriadne ohavn*
"""
INTENSE: Final = """
    dôležit* naozaj skutočne siln* veľk* obrovsk* obzvlášť zvlášť* naliehav* pln[eý]* úpln* vždy všetk* tak príliš
    prísn* ťažk* vážn* vysok* hlbok* krvav* masov* neľuds* intenzív* extrém* naj* mnoho veľa dosť zásadn* absolút*
    kritick* rozhodne výrazne
"""
NEUTRAL: Final = """
    nielen nedeľ* nemeck* nezabudnite neváhajte nezávisl* bezpečn* bezplatn* bezprostredn* nedávn* nebo nebe*
    nesmierne neuveriteľne nech nechať nechajte niečo niekt* niekto niekedy niekoľk* ničen* nižš* nízk* nepal*
    nepál* nepāl* непал*
"""
