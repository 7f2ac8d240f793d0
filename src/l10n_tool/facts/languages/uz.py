"""Uzbek, in both scripts."""

from typing import Final

NOT: Final = """
    yo_q* emas* yo[ʻ'‘`]?q* hech hech_* *may(d[i]*|man|san|siz|miz)? *magan* *mas *mas(lik|dan|a|im|l|ligi)* *madi*
    *mang* *masin *masdan *maslig* *may_* emas эмас* йўқ* ҳеч ҳеч_* *майд[и]* *маган* *мас* *мади* *манг* *сиз*
"""
NEGATIVE: Final = """
    ...*siz(lik*|lar*)? faqat bo[ʻ'‘`]?sh* xato* noto[ʻ'‘`]?g* noma'lum* nomaqbul* nofaol* taqiqlan* rad* qat'iy kam
    siyrak qarshi bepul behuda beqaror* tashqari фақат хато* нотўғ* тақиқ* рад* кам бўш* faqatgina_emas faqat_*_emas
"""
HEDGES: Final = """
    go_yo go_yoki go[ʻ'‘`]?yo go[ʻ'‘`]?yoki deb_atalgan deb_atalmish taxminiy atalmish o[ʻ'‘`]?zini_* гўё гўёки
    деб_аталган
"""
HEDGING: Final = """
    ko[ʻ'‘`]?ra da[ʻ'‘`]?vo* ayblan* gumon* aytish* taxmin* bildir* xabar* aytil* deb кўра даъво* айблан* гумон*
"""
INTENSIFIERS: Final = """
    juda nihoyatda g[ʻ'‘`]?oyat mutlaqo butunlay shafqatsiz* vahshiy* yovuz* dahshatli* bag[ʻ'‘`]?ritosh*
    haddan_tashqari behad жуда ниҳоятда ғоят мутлақо бутунлай шафқатсиз* ваҳший* даҳшатли*
"""
INTENSE: Final = """
    muhim* haqiqat* kuchli* katta* ulkan* alohida shoshilinch* to[ʻ'‘`]?liq* butun* barcha* doim* har eng
    og[ʻ'‘`]?ir* yuqori* chuqur* ko[ʻ'‘`]?p* yaxshi* qattiq* jiddiy* муҳим* катта* тўлиқ* барча* энг оғир* кўп*
"""
NEUTRAL: Final = """
    nafaqat siz sizning sizni sizga olmas* almas* kelibsiz
"""
