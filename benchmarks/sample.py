"""Write the sample list `data/agencies.xlsx` and `data/agencies.csv`: `python -m benchmarks.sample`.

The agencies are invented, their names and domains too. Some addresses are the examples of the published slides;
all other codes end in 91 or more, which no agency has. Together the rows hold every group, every outcome that is
no group, nearly every rule, and most of what people do to a cell. The same source gives the same bytes.
"""

import csv
import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from saraban_check.reference.places import find_province

DATA = Path(__file__).resolve().parent.parent / "data"
TITLE = "บัญชีรายชื่อหน่วยงานและอีเมลสารบรรณกลาง (หน่วยงานสมมติทั้งหมด)"
AS_OF = "ข้อมูล ณ วันที่ 17 กุมภาพันธ์ 2569"
SHEET = "รายชื่อหน่วยงาน"
COLUMNS = {
    "ลำดับ": 7,
    "รหัส อปท.": 12,
    "ชื่อหน่วยงาน": 28,
    "อำเภอ": 16,
    "จังหวัด": 18,
    "เว็บไซต์": 32,
    "อีเมลสารบรรณกลาง": 42,
    "อีเมลที่หน่วยงานกลางออกให้แล้ว": 36,
    "มีประกาศฯ ม.10": 14,
    "ลงข้อมูลในระบบ info.go.th": 16,
    "สถานะการส่งอีเมล": 22,
    "ยกฐานะ": 24,
    "หมายเหตุ": 26,
}
"""The headings, each with the width of its column."""

_FIXED = datetime.fromisoformat("2026-02-17T09:00:00")
_FONT = "TH Sarabun New"
_TICK_FONTS = {"ü": "Wingdings", "û": "Wingdings", "P": "Wingdings 2", "O": "Wingdings 2"}


class Agency(NamedTuple):
    """A row. A code of 7 digits is one that the workbook holds as a number."""

    code: str
    name: str
    amphoe: str
    province: str
    website: str
    address: str
    issued: str = ""
    notice: str = "✓"
    posted: str = "✓"
    delivery: str = "✓"
    upgraded: str = ""
    remark: str = ""


DONE = """\
2160191|อบจ.สมมติบุรี|เมืองลพบุรี|ลพบุรี|www.sommutburi-pao.go.th|saraban_02160191@dla.go.th
06480115|อบต.ดอนสมมติ|เมืองนครพนม|นครพนม|www.donsommut.go.th|saraban_06480115@dla.go.th
6240907|อบต.คลองสาธิต|บางสมมติ|ฉะเชิงเทรา|www.khlongsathit.go.th|Saraban_06240907@dla.go.th
5471201|ทต.ดอนจำลอง|พังสาธิต|สกลนคร||saraban_๐๕๔๗๑๒๐๑@dla.go.th|saraban_05471201@dla.go.th, saraban@donkhueang.go.th
6160391|อบต.วังทองสมมติ|โคกสาธิต|ลพบุรี|www.wang-thong.go.th|saraban@wang-thong.go.th
06150391|อบต.โพธิ์จำลอง|โพธิ์สาธิต|อ่างทอง|www.photan.go.th|saraban-photan@lgo.mail.go.th
3900191|ทน.สมมติสงขลา|เมืองสงขลา|สงขลา|www.songkhcity.go.th|saraban@songkhcity.go.th
4400191|ทม.สาธิตนคร|เมืองขอนแก่น|ขอนแก่น|www.sathitnakhon.com|saraban@sathitnakhon.com
05300591|เทศบาลตำบลหนองตัวอย่าง|ด่านสาธิต|จังหวัดนครราชสีมา|www.nongtuayang.go.th|saraban-nong-tuayan@lgo.mail.go.th
5500391|ทต.บ้านสาธิต|แม่สมมติ|เชียงใหม่|https://www.facebook.com/bansathit.demo|saraban@bansathit.go.th
6730291|อบต.ทุ่งจำลอง|กำแพงสาธิต|นครปฐม|-|ｓａｒａｂａｎ＿０６７３０２９１＠ｄｌａ．ｇｏ．ｔｈ
6310491|อบต.โคกลองดู|นาสมมติ|บุรีรัมย์|www.khoklongdu.go.th|\u200bsaraban_06310491@dla.go.th\u200b\u00a0
06460591|องค์การบริหารส่วนตำบลห้วยฝึกหัด|ท่าจำลอง|จ.กาฬสินธุ์|http: //www.huaifuekhat.go.th|อีเมล : saraban_06460591@dla.go.th
5530691|ทต.นาทดสอบ|ฟากสมมติ|อุตรดิตถ์||mailto:saraban_05530691@dla.go.th
6800691|อบต.บางจำลอง|ปากสาธิต|นครศรีธรรมราช|www.bangchamlong.go.th|thungsong103@gmail.com, saraban_06800691@dla.go.th
6600791|อบต.วังตัวอย่าง|ตากสมมติ|นครสวรรค์|ืhttp://www.wangtuayang.go.th|งานสารบรรณกลาง <saraban_06600791@dla.go.th>
6570291|อบต.ท่าสาธิต|เวียงสาธิต|เชียงราย|WWW..Thasathit.go.th| saraban _06570291 @dla.go.th\x20
06210391|อบต.ป่าทดลอง|บ้านจำลอง|ระยอง|www.Patotlong go.th|saraban@patotlong.go.th.
5670491|ทต.เขาสมมติ|ชนสาธิต|เพชรบูรณ์| www ...http://khaosommut.go.th |saraban@khaosommut.go.th
5410691|ทต.โนนสาธิต|กุดจำลอง|อุดรธานี|www.nonsathit.go.th|saraban@nonsathit.go.th|saraban_05410691@dla.go.th|✓|✓|✓||ใช้ทั้งสองบัญชี
6240891|อบต.สระทดลอง|สนามสมมติ|ฉะเชิงเทรา|www.satotlong.go.th|saraban@satotlong.go.th
5240891|ทต.สระทดลอง|สนามสมมติ|ฉะเชิงเทรา|www.satotlong.go.th/home|saraban(at)satotlong.go.th
6390591|อบต.ดงจำลอง|ศรีสมมติ|หนองบัวลำภู|www.dongchamlong.go.th|saraban_06390591@dla.go.th
06640391|อบต.ไร่ตัวอย่าง|คีรีสาธิต|สุโขทัย|www.raituayang.go.th|saraban_06640391@dla.go.th||ü|ü|ü
6850291|อบต.หาดสาธิต|ละสมมติ|ระนอง|www.hatsathit.go.th|saraban_06850291@dla.go.th||P|P|P
6920591|อบต.เกาะจำลอง|ปะสาธิต|ตรัง|www.kochamlong.go.th|saraban_06920591@dla.go.th||มี|ลงแล้ว|ส่งได้
6390591|องค์การบริหารส่วนตำบลดงจำลอง|ศรีสมมติ|หนองบัวลำภู|dongchamlong.go.th|saraban_06390591@dla.go.th||Yes|Y|OK||ซ้ำกับข้างบน ?
-|สำนักงานสาธิตจังหวัดลำปาง|เมืองลำปาง|ลำปาง|www.sathit-lampang.or.th|saraban@sathit-lampang.or.th
05580291|ทต.แม่ทดสอบ|ปายสมมติ|แม่ฮ่องสอน|https://www.maethotsop.go.th/index.php|saraban@mail.maethotsop.go.th||✔|☑|✓ 250
"""
"""A1: nothing to do, however the cells were typed (one of them stands twice, two share an address)."""

FULL = """\
6330891|อบต.ลำทดลอง|ขุนสมมติ|ศรีสะเกษ|www.lamthotlong.go.th|saraban_06330891@dla.go.th||✓|✓|✗ (อีเมลเต็ม)
05650391|ทต.บึงสมมติ|ชาติสาธิต|พิษณุโลก|www.buengsommut.go.th|saraban_05650391@dla.go.th||✓|✓|552 5.2.2 quota||โทรแจ้งแล้ว
"""
"""A2."""

WRONG_BUT_DELIVERED = """\
5800991|ทต.ทุ่งสมมติ|ทุ่งสาธิต|นครศรีธรรมราช|www.thungsommut.go.th|thungsong103@gmail.com|saraban_05800991@dla.go.th
5210291|ทต.กลางสาธิต|แกลงสมมติ|ระยอง||admin@eservice-ktb.go.th
6130591|อบต.คูจำลอง|ลาดสมมติ|ปทุมธานี|www.khuchamlong.go.th|saraban.admin@khuchamlong.go.th
04200291|ทม.หาดทดลอง|บางสาธิต|ชลบุรี|www.hatthotlong.go.th|saraban@hatthotlong.net
6710491|อบต.ไทรสมมติ|ไทรสาธิต|กาญจนบุรี|www.saisommut.go.th|saraban@saisomut.go.th
6340791|อบต.กุดตัวอย่าง|เดชสมมติ|อุบลราชธานี|www.kuttuayang.go.th|saraban_06340792@dla.go.th
6840591|อบต.คลองฝึกหัด|ท่าสาธิต|สุราษฎร์ธานี||saraban@dla.go.th||✓|✓|✓||ตอบกลับช้า
"""
"""B1."""

WRONG_AND_FULL = """\
06360491|อบต.เนินจำลอง|คอนสมมติ|ชัยภูมิ|www.noenchamlong.go.th|noenchamlong_demo@hotmail.com||✓|✓|กล่องจดหมายเต็ม
"""
"""B2, which the published table has no agency in."""

WRONG_AND_FAILED = """\
6320205|อบต.ชุมพลสาธิต|ชุมพลสมมติ|สุรินทร์||saraband_06320205@dla.go.th||✓|✓|✗
06770206|อบต.อ่าวจำลอง|กุยสมมติ|ประจวบคีรีขันธ์||Sarabun_06770206@dla.go.th||✓|✓|✗
6820101|อบต.เกาะสมมติ|เมืองพังงา|พังงา||saraban_6820101@dla.go.th||✓|✓|ตีกลับ
4520101|ทม.เขลางค์จำลอง|เมืองลำปาง|ลำปาง||4520101@dla.go.th||✓|✓|✗
6440905|อบต.นาสาธิต|วาปีสมมติ|มหาสารคาม||saraban_06440905@dia.go.th||✓|✓|550 5.1.1
6450291|อบต.หนองสมมติ|เกษตรสาธิต|ร้อยเอ็ด||saraban_06450291@www.dla.go.th||✓|✓|✗
06510391|อบต.ป่าจำลอง|บ้านสมมติ|ลำพูน||saraban_@dla.go.th||✓|✓|ส่งไม่ได้
5540291|ทต.ร้องสาธิต|ร้องสมมติ|แพร่||saraban_05540291@lgo.mail.go.th||✓|✓|✗
6480391|อบต.โพนจำลอง|ท่าสมมติ|นครพนม||saraban_09480391@dla.go.th||✓|✓|✘
|อบต.ผาสมมติ|แม่สาธิต|เชียงใหม่||saraban_06480392@dla.go.th||✓|✓|✗||รอรหัสจาก สถ.
6430291|อบต.เวียงทดลอง|ท่าสาธิต|หนองคาย||saraban_06430291@@dla.go.th||✓|✓|✗
6610391|อบต.ทัพจำลอง|ทัพสมมติ|อุทัยธานี||s\u0430raban_06610391@dla.go.th||✓|✓|✗
6860491|อบต.หินสาธิต|หลังสมมติ|ชุมพร||หฟพฟิฟื_06860491@dla.go.th||✓|✓|bounce
6950391|อบต.ตาเนาะจำลอง|บันนังสมมติ|ยะลา||saraban_06950391@gmial.com||✓|✓|✗
"""
"""B3."""

NO_ADDRESS = """\
6220591|อบต.โป่งสมมติ|โป่งสาธิต|จันทบุรี||ไม่ระบุอีเมล||✓|✓|✗
05170291|ทต.บางสาธิต|บางจำลอง|สิงห์บุรี|www.bangsathit.go.th|-||✓|✓|
"""
"""C."""

NOT_POSTED = """\
6250491|อบต.กบินทร์จำลอง|กบินทร์สมมติ|ปราจีนบุรี||saraban_06250491@dla.go.th||✓|✗
6260291|อบต.ปากทดลอง|ปากสมมติ|นครนายก||pakthotlong_demo@yahoo.co.th||✓|ยังไม่ลง
5700491|ทต.จอมสาธิต|จอมสมมติ|ราชบุรี||saraban05700491@dla.go.th||✓|ไม่ลงในระบบ|ไม่สำเร็จ
6110391|อบต.บางทดสอบ|บางสมมติ|สมุทรปราการ||bangthotsop_demo@hotmail.com||✓|û|✗ (อีเมลเต็ม)
"""
"""D1, D2, D3, D3."""

NO_NOTICE = """\
6940491|อบต.ยะจำลอง|ยะสมมติ|ปัตตานี||ไม่มี||✗|✗|✗
6960391|อบต.บาเจาะจำลอง|บาสมมติ|นราธิวาส||||ไม่มี|✓|✗
"""
"""E; the second is said to be posted all the same."""

UPGRADED = """\
6130491|ทต.สวนจำลอง|ธัญสมมติ|ปทุมธานี|www.suanchamlong.go.th|saraban_06130491@dla.go.th||✓|✓|✓|ยกฐานะ|เดิมเป็น อบต.
5720391|ทต.เดิมสาธิต|เดิมสมมติ|สุพรรณบุรี||saraban_06720391@dla.go.th||✗|✗|✗|ยกฐานะเป็นเทศบาลตำบล
04190291|ทม.แก่งทดลอง|แก่งสมมติ|สระบุรี|www.kaengthotlong.go.th|saraban@kaengthotlong.go.th||✓|✓|✓|ยกฐานะเป็น ทม. ปี 2568
"""
"""W."""

OPEN = """\
6470491|อบต.พรรณาจำลอง|พรรณาสมมติ|สกลนคร||saraban_06470491@dla.go.th||✓|✓|✗||ส่งไม่ถึง 3 รอบ
6350291|อบต.กุดทดสอบ|กุดสมมติ|ยโสธร||saraban_06350291@dla.go.th||✓|✗|✗ (อีเมลเต็ม)
6370391|อบต.ปทุมจำลอง|ปทุมสมมติ|อำนาจเจริญ||saraban_06370391@dla.go.th||✓|✓|
6490291|อบต.คำสาธิต|คำสมมติ|มุกดาหาร||saraban_06490291@dla.go.th||✓|
6380291|อบต.เซกาจำลอง|เซสมมติ|บึงกาฬ||saraban_06380291@dla.go.th||รอตรวจสอบ
6420391|อบต.วังสาธิต|วังสมมติ|เลย|www.wangsathit.go.th|#REF!
"""
"""Outside the table, twice; undetermined, four times: no delivery, no posting, a notice and an address unread."""

AGENCIES = tuple(
    Agency(*line.split("|"))
    for rows in (
        DONE,
        FULL,
        WRONG_BUT_DELIVERED,
        WRONG_AND_FULL,
        WRONG_AND_FAILED,
        NO_ADDRESS,
        NOT_POSTED,
        NO_NOTICE,
        UPGRADED,
        OPEN,
    )
    for line in rows.splitlines()
)
LINKS = {"06480115": "mailto:saraban_06480115@dla.go.th", "6710491": "mailto:old-address@saisommut.go.th"}
"""What Excel made of an address when it was typed, by code; the second was typed over since."""


def table() -> list[list[str]]:
    """The rows below the header, province by province."""

    def number(agency: Agency) -> str:
        province = find_province(agency.province)
        assert province is not None
        return province.code

    return [[str(i), *agency] for i, agency in enumerate(sorted(AGENCIES, key=number), start=1)]


def save(book: Workbook, path: Path) -> None:
    """Save a workbook so that the same content gives the same bytes: no time of day, here or in the archive."""
    book.properties.creator = "saraban-check"
    book.properties.created = book.properties.modified = _FIXED
    buffer = io.BytesIO()
    ExcelWriter(book, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED)).save()
    with zipfile.ZipFile(buffer) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            part = zipfile.ZipInfo(name, _FIXED.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(part, source.read(name))


def _fill_cell(cell: Cell | MergedCell, heading: str, text: str) -> None:
    is_number = heading == "ลำดับ" or (heading == "รหัส อปท." and len(text) == 7)
    cell.value = int(text) if is_number else text or None
    cell.font = Font(name=_TICK_FONTS.get(text, _FONT), size=12 if text in _TICK_FONTS else 16)
    centred = heading in ("ลำดับ", "รหัส อปท.", "มีประกาศฯ ม.10", "ลงข้อมูลในระบบ info.go.th", "สถานะการส่งอีเมล")
    cell.alignment = Alignment(horizontal="center" if centred else None, vertical="top", wrap_text="\n" in text)


def write_xlsx(path: Path) -> None:
    """The list as an office makes it: a merged title, a coloured header, frozen, in the usual font."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = SHEET
    thin = Side(style="thin", color="BFBFBF")
    border = Border(left=thin, right=thin, top=thin, bottom=thin)
    for row, (text, size) in enumerate(((TITLE, 20), (AS_OF, 16)), start=1):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(COLUMNS))
        title = sheet.cell(row, 1, text)
        title.font = Font(name=_FONT, size=size, bold=True)
        title.alignment = Alignment(horizontal="center")
    for column, (heading, width) in enumerate(COLUMNS.items(), start=1):
        header = sheet.cell(4, column, heading)
        header.font = Font(name=_FONT, size=16, bold=True, color="FFFFFF")
        header.fill = PatternFill("solid", fgColor="1F4E79")
        header.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        header.border = border
        sheet.column_dimensions[get_column_letter(column)].width = width
    for row, texts in enumerate(table(), start=5):
        for column, (heading, text) in enumerate(zip(COLUMNS, texts, strict=True), start=1):
            cell = sheet.cell(row, column)
            _fill_cell(cell, heading, text)
            cell.border = border
            if heading == "อีเมลสารบรรณกลาง" and texts[1] in LINKS:
                cell.hyperlink = LINKS[texts[1]]
    sheet.freeze_panes = "A5"
    sheet.auto_filter.ref = f"A4:{get_column_letter(len(COLUMNS))}{4 + len(AGENCIES)}"
    save(book, path)


def write_csv(path: Path) -> None:
    """The same as Excel saves it under "CSV UTF-8": with a BOM, the titles above the header too."""
    blank = [""] * (len(COLUMNS) - 1)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([[TITLE, *blank], [AS_OF, *blank], ["", *blank], list(COLUMNS), *table()])


if __name__ == "__main__":
    write_xlsx(DATA / "agencies.xlsx")
    write_csv(DATA / "agencies.csv")
    print(f"{len(AGENCIES)} agencies")
