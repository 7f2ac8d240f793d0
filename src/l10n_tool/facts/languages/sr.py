"""Serbian, in both scripts."""

from typing import Final

NOT: Final = """
    не није нису нисмо нисам нисте нема* немој* никад* нико никог* никоме ништа ничег* нигде ниједа* ниједн* никакв*
    никој* нити без не[а-яђјљњћџ]{6}* немогућ* неће* нећ* ни немај* ne nije nisu nismo nisam niste nema* nemoj*
    nikad* niko nikog* nikome ništa ničeg* nigde nijed* nikakv* nikoj* niti bez ne[a-zčćđšž]{6}* nemoguć* neće* neć*
    ni nemaj*
"""
NEGATIVE: Final = """
    не[а-яђјљњћџ]{3}* без[а-яђјљњћџ]{3}* недоста* забран* одби[јт]* одбац* избег* спреч* изуз* осим само једино тек
    ретко мало једва превише праз* греш[ак]* погреш* игнор* иначе против слобод* порич* изостав* искључ*
    ne[a-zčćđšž]{3}* bez[a-zčćđšž]{3}* nedosta* zabran* odbi[jt]* odbac* izbeg* spreč* izuz* osim samo jedino tek
    retko malo jedva previše praz* greš[ak]* grešk* pogreš* ignor* inače protiv slobod* porič* izostav* isključ*
    не_само не_заборавите не_устручавајте ne_samo ne_zaboravite
"""
HEDGES: Final = """
    наводн* такозван* тобожњ* самопроглашен* самозван* тобоже navodn* takozvan* tzv tobožnj* samoproglašen*
    samozvan* tobože
"""
HEDGING: Final = """
    тврд* према назв* навод* оптуж* претпостав* вероватн* очито изгледа сумњ* зван* назива* извеш* tvrd* prema nazv*
    navod* optuž* pretpostav* verovatn* izgleda sumnj* zvan* naziva* izveš*
"""
INTENSIFIERS: Final = """
    врло веома изузетно крајње апсолутно потпуно сасвим бруталн* окрутн* зверск* варварск* страшн* ужасн* језив*
    невероватно немилосрдн* дубоко несумњиво монструозн* гнусн* vrlo veoma izuzetno krajnje apsolutno potpuno sasvim
    brutaln* okrutn* zversk* varvarsk* strašn* užasn* jeziv* neverovatno nemilosrdn* duboko nesumnjivo monstruozn*
    gnusn*
"""
INTENSE: Final = """
    јако важн* заиста стварно јак* велик* огром* посебно хитн* пун* цео цел* увек св[еиау]* тако превише строг*
    тежак тешк* озбиљ* висок* дубок* крвав* масов* интензивн* екстремн* нај* много доста битн* критичн* знатно
    потпун* апсолут* jako važn* zaista stvarno jak* velik* ogrom* posebno hitn* pun* ceo cel* uvek sv[eiau]* tako
    previše strog* težak tešk* ozbilj* visok* dubok* krvav* masov* intenzivn* ekstremn* naj* mnogo dosta bitn*
    kritičn* znatno potpun* apsolut*
"""
NEUTRAL: Final = """
    недељ* немач* неколик* неки нека неке нек* недавн* незав* безбедн* бесплатн* непосредн* небо него неопходн*
    невероватно несумњиво nedelj* nemač* nekolik* neki neka neke nek* nedavn* nezav* bezbedn* besplatn* neposredn*
    nebo nego neophodn* neverovatno nesumnjivo nepal* nepál* nepāl* непал*
"""
