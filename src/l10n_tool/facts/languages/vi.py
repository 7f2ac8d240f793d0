"""Vietnamese."""

from typing import Final

NOT: Final = """
    không chưa chẳng đừng chả chớ bất_* vô_* phi_* khỏi thiếu
"""
NEGATIVE: Final = """
    trừ ngoại_trừ chỉ duy_nhất hiếm ít rỗng trống sai lỗi thất_bại cấm từ_chối tránh ngăn* miễn_phí bỏ_qua bỏ trước
    ngoài hủy phủ_nhận ngừng kém bất vô không_chỉ không_những không_gian không_khí không_quân hàng_không đừng_quên
    đừng_ngần_ngại
"""
HEDGES: Final = """
    cái_gọi_là được_cho_là bị_cáo_buộc tự_xưng gọi_là bị_cho_là nghe_nói
"""
HEDGING: Final = """
    cáo_buộc cho_rằng theo tuyên_bố nghi có_vẻ gọi cho dường_như nghi_ngờ
"""
INTENSIFIERS: Final = """
    rất cực_kỳ vô_cùng hết_sức tuyệt_đối hoàn_toàn tàn_bạo dã_man tàn_nhẫn man_rợ khủng_khiếp kinh_hoàng tàn_ác
    ghê_rợn
"""
INTENSE: Final = """
    quan_trọng thực_sự mạnh lớn đặc_biệt khẩn_cấp đầy toàn tất_cả luôn mọi quá nặng cao sâu nhiều hơn nhất nghiêm*
    kỹ tốt thật lắm
"""
NEUTRAL: Final = """
    vô_cùng vô_tuyến phi_công bất_kỳ bất_cứ bất_kể
"""
