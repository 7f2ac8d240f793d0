"""Finnish."""

from typing import Final

NOT: Final = """
    en et ei emme ette eivät älä älkää älköön älköömme eikä eivätkä enkä etkä eihän eikö eikö_* ilman ei-* vailla
    epä* *m[aä]tt[aä] *m[aä]tt[oöaä]m* muttei ettei etteivät jottei elleivät ellei ettette
"""
NEGATIVE: Final = """
    puuttu* kielletty* kiell* kieltä* estä* estet* välttä* hylkä* hylä* epäonnist* vain ainoastaan pelkästään paitsi
    lukuun_ottamatta tuskin harvoin ohita* poissul* lakka* vanhentu* mahdoton* ei_vain ei_ainoastaan ei_pelkästään
    älä_epäröi älä_unohda *m[aä]t[oö]n* *[aä]t[oö]n *tt[oö]m[aäi]* ole(?:mat)?on
"""
HEDGES: Final = """
    väitetty väitety* väitetysti niin_sanottu* niin_sanot* ns muka oletettu oletetu* itseään_kutsuv*
    itse_julistautu* nimellin* muk(a|amas) näennäi*
"""
HEDGING: Final = """
    väit* mukaan ilmei* epäil* kutsut* sanot* oletet* raportoi* kuulemma luulta* näyttää syytet*
"""
INTENSIFIERS: Final = """
    erittäin hyvin äärimmäisen ehdottoman ehdottomasti täysin kokonaan täydellisesti brutaal* raa'asti raaka raa'an
    julma* julmasti petomaise* barbaari* armotto* kauhea* kauheasti hirvittävä* hirveä* uskomattoma* suunnattoma*
    syvästi kiistatta hirviömäi* kammottava* tavattoman
"""
INTENSE: Final = """
    tärkeä* todella todellis* vahva* voimak* suuri suure* iso* valtava* erityi* kiireel* täy* koko aina kaikki
    kaikk* niin liian tiuka* raska* vakav* korke* syvä* veri* joukko* epäinhimilli* intensiiv* äärimm* väkival*
    paras para* pahin enemmän paljon kriitti* varma* tarkasti varsin melko *in
"""
NEUTRAL: Final = """
    riippumatta epäröi*
"""
