"""Polish."""

from typing import Final

NOT: Final = """
    nie bez
"""
NEGATIVE: Final = """
    nie[a-ząćęłńóśźż]{2}* bez[a-ząćęłńóśźż]{3}* brak* zabr[ao]* zakaz* odm[oó]w* uniem* zapobie*
    unika(ć|j*|jąc*|my|li|ł*|ni*) tylko jedynie wyłącznie oprócz poza prócz rzadko ledwie odrzu* pomiń* pomij*
    ignor* wykluc* anonim* wygas* utrac* przestał* dopóki zero nie_tylko nie_zapomnij* nie_wahaj* nie_później
    nie_więcej nie_mniej odradz* ukryt*
"""
CONCORD: Final = """
    ani nigdy nikt nikogo nikomu nic niczego nigdzie żaden żadn(a|e|ego|ej|ych|ym|ą)
"""
ADVERSE: Final = """
    błęd* błąd* zły zła złe złego niebezpiecz* ryzykown* sprzeczn* szkodliw* wątpliw* zbędn* zbyteczn* próżn*
    daremn* mało raczej częściow* obcy woln[yae]* zajęt* uszkodzon* bezprawn* fałszyw* nadaremn* puste pusty
    nietrwał* spor(ny|na|ne)
"""
HEDGES: Final = """
    rzekom[oyae]* rzekom(y|a|e|ego|ej|ych|ym|ą) tak_zwan* tzw domniema* samozwańcz* jakoby rzekomo
"""
HEDGING: Final = """
    podobno twierdz* według zarzuc* oskarż* zwan* nazywan* podejrze* przypuszcz* prawdopodobn* rzek* ponoć zdaniem
    doniesie* podają pozorn* miał
"""
INTENSIFIERS: Final = """
    bardzo niezwykle skrajnie absolutnie całkowicie zupełnie brutaln(y|a|e|ego|ej|ych|ym|ą|ie)
    okrutn(y|a|e|ego|ej|ych|ym|ą|ie) bestialsk* barbarzyńsk* potworn* straszliw* przerażając* bezlitosn*
    niesamowicie niewiarygodnie ogromnie głęboko ohydn* niewątpliwie bezsprzecznie wysoce szalenie haniebn*
"""
INTENSE: Final = """
    ważn* naprawdę rzeczywiście silni* mocno duż* wielk* wiel[eu] ogromn* szczególn* pilni* pełn* w_pełni całk*
    całość zawsze wszystk* tak zbyt ściśle ciężk* poważn* wysok* głębok* krwaw* masow* nieludz* intensywn*
    ekstremaln* najb* naj* okrut* całkowit* absolutn* zdecydowanie istotn* bezwzględn* dokładn*
"""
NEUTRAL: Final = """
    niezależnie niech niemiec* niedziel* niebiesk* niektór* nieco nieba niebo niezwłocznie niezbędn* bezpiecz*
    bezpośredni* bezpłatn* bezwzględn* niezwykle niesamowicie niewiarygodnie niewątpliwie niestety
"""
