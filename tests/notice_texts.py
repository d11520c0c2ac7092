"""Notices written for tests: a right one, in which a part can be another."""

DONSOMMUT = "องค์การบริหารส่วนตำบลดอนสมมติ"
ACT = "พระราชบัญญัติการปฏิบัติราชการทางอิเล็กทรอนิกส์ พ.ศ. ๒๕๖๕"
ADDRESS = "saraban_06480191@dla.go.th"


def notice_of(
    *,
    law: str = f"อาศัยอำนาจตามความในมาตรา ๑๐ วรรคหนึ่ง แห่ง{ACT}",
    address: str = f"(๑) ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ {ADDRESS}",
    website: str = "(๒) เว็บไซต์ www.donsommut.go.th",
    more: str = "(๓) แอปพลิเคชัน LINE อบต.ดอนสมมติ",
    day: str = "๑๑ มกราคม พ.ศ. ๒๕๖๖",
    agency: str = DONSOMMUT,
) -> str:
    """The text of a notice; the law is its third line, the address its fifth."""
    head = "เทศมนตรี" + agency.removeprefix("เทศบาล") if agency.startswith("เทศบาล") else agency
    lines = (
        f"ประกาศ{agency}",
        f"เรื่อง ช่องทางอิเล็กทรอนิกส์สำหรับติดต่อ{agency}",
        f"{law} นายก{head} ออกประกาศไว้ ดังต่อไปนี้",
        f"ข้อ ๑ ให้ช่องทางอิเล็กทรอนิกส์ต่อไปนี้ เป็นช่องทางสำหรับประชาชนยื่นคำขอหรือติดต่อ{agency}",
        address,
        website,
        more,
        "ข้อ ๒ ให้สอบถามในวันและเวลาราชการได้ที่หมายเลขโทรศัพท์ ๐-๔๒๐๐-๐๑๐๑",
        "ข้อ ๓ ประชาชนอาจบันทึกภาพจากหน้าจอเพื่อเป็นหลักฐานเบื้องต้นก็ได้",
        f"ประกาศ ณ วันที่ {day}",
        "(ลงชื่อ)",
        "(นายสมมติ ตัวอย่างดี)",
        f"นายก{head}",
    )
    return "\n".join(line for line in lines if line) + "\n"
