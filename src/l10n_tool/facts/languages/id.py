"""Indonesian, and Malay."""

from typing import Final

NOT: Final = """
    tidak bukan bukanlah tanpa jangan belum tak tiada takkan tidaklah non* jangan_lah nir* pantang
"""
NEGATIVE: Final = """
    hanya cuma kecuali selain gagal kosong salah kesalahan ralat kurang hilang larang* dilarang terlarang menolak
    ditolak cegah* mencegah hindari menghindari jarang sedikit gratis percuma abaikan diabaikan sebelum batal*
    dibatalkan anonim terlalu mustahil enggan lupa tidak_hanya bukan_hanya bukan_sahaja tidak_hanya* tidak_sahaja
    jangan_lupa jangan_ragu
"""
HEDGES: Final = """
    diduga yang_disebut konon dugaan dituduh kononnya dikatakan didakwa apa_yang_disebut gadungan
"""
HEDGING: Final = """
    menurut klaim* mengklaim disebut dilaporkan tampaknya rupanya tersangka dakwa* sepertinya mungkin dianggap
    menuduh dakwaan
"""
INTENSIFIERS: Final = """
    sangat amat sungguh mutlak sepenuhnya brutal secara_brutal kejam keji biadab sadis mengerikan luar_biasa teramat
    benar-benar amat_sangat bengis zalim dahsyat
"""
INTENSE: Final = """
    penting sekali kuat besar khusus segera penuh semua selalu setiap sungguh* parah berat tinggi dalam banyak lebih
    paling keras ter* seluruh harus serius total begitu
"""
