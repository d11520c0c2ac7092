"""Every text of the page but those of rules, groups and steps, which have theirs elsewhere.

`{…}` marks the places that the page fills in.
"""

from ...model.text import Text
from ...report.words.issued_texts import AGAINST_ISSUED

PAGE_TEXTS = {
    "title": Text("ผลการจำแนกกลุ่ม อปท. ตามตารางของสำนักงาน ก.พ.ร.", "Agencies by OPDC's follow-up groups"),
    "subtitle": Text(
        "อีเมลกลางสำหรับงานสารบรรณ และประกาศฯ ตามมาตรา 10", "Central e-mail addresses (saraban) and section-10 notices"
    ),
    "file": Text("ไฟล์ {file}", "File {file}"),
    "sheet": Text("แผ่นงาน {sheet}", "sheet {sheet}"),
    "ruleset": Text("ตารางกลุ่มฉบับที่เผยแพร่ {date}", "table of groups as published on {date}"),
    "language": Text("English", "ไทย"),
    "skip": Text("ข้ามไปที่รายชื่อหน่วยงาน", "Skip to the list of agencies"),
    "noscript": Text(
        "รายชื่อ แผนที่ การค้นหา และการ์ดรายหน่วยงาน ต้องเปิดใช้ JavaScript ในเบราว์เซอร์",
        "The list, the map, the search and the cards need JavaScript, which is turned off in this browser.",
    ),
    # the gate
    "gate_passed": Text("ผ่านเกณฑ์ที่ตั้งไว้", "The gate passed"),
    "gate_failed": Text("ไม่ผ่านเกณฑ์ที่ตั้งไว้: {reason}", "The gate failed: {reason}"),
    "baseline": Text(
        "เทียบกับ baseline: ปัญหาใหม่ {new} · รู้อยู่แล้ว {known} · แก้แล้ว {fixed}",
        "Against the baseline: {new} new problems · {known} known · {fixed} fixed",
    ),
    # settings
    "settings": Text("หมายเหตุของรายงานนี้ ({count})", "Notes on this report ({count})"),
    "partial": Text(
        "รายชื่อและแผนที่ในหน้านี้มี {listed} จาก {total} แห่ง ตามเงื่อนไขที่เลือกตอนสร้างรายงาน",
        "The list and the map of this page hold {listed} of {total} agencies, as selected when the report was made",
    ),
    # the counts
    "overview": Text("ภาพรวม", "Overview"),
    "total": Text("หน่วยงานทั้งหมด", "All agencies"),
    "to_be_done": Text("ยังไม่อยู่กลุ่ม A", "Not in group A yet"),
    "in_a": Text("อยู่กลุ่ม A แล้ว", "In group A"),
    "follow_up": Text("ต้องดำเนินการเพิ่มเติม", "To be followed up"),
    "undetermined": Text("ยังระบุกลุ่มไม่ได้", "Undetermined"),
    "outside": Text("ไม่เข้ากลุ่มใดในตาราง", "Outside the table"),
    "of_total": Text("{share} ของทั้งหมด", "{share} of all"),
    "groups": Text("จำนวนหน่วยงานแต่ละกลุ่ม", "Agencies by group"),
    "group": Text("กลุ่ม", "Group"),
    "notice": Text("มีประกาศฯ ม.10 และลงใน info.go.th", "Notice, and in info.go.th"),
    "correct": Text("รูปแบบอีเมลถูกต้อง*", "Address correct*"),
    "delivery": Text("สถานะการส่งอีเมล", "Delivery"),
    "count": Text("จำนวน", "Count"),
    "sum": Text("รวม", "Sum"),
    "all": Text("รวมทั้งหมด", "Total"),
    "footnote": Text("* ถูกต้องทั้งตามวิธีการฯ และตามระเบียบฯ", "* under the methods and the regulation alike"),
    "groups_hint": Text("กดที่ชื่อกลุ่มเพื่อดูรายชื่อ", "Press a group's name to list its agencies"),
    # the issued addresses
    "issued": AGAINST_ISSUED,
    # what to do first
    "todo": Text("ควรทำอะไรก่อน", "What to do first"),
    "todo_hint": Text(
        "จำนวนหน่วยงานที่แต่ละขั้นตอนช่วยได้ เรียงจากมากไปน้อย แล้วจึงเรื่องที่ผู้ตรวจต้องหาข้อมูลเพิ่ม กดเพื่อดูรายชื่อ",
        "How many agencies each step helps, most first, then what is left to find out; press one to list them",
    ),
    "step": Text("ขั้นตอน", "Step"),
    "own_address": Text("ที่อยู่ที่หน่วยงานมี", "the address that it has"),
    # a province beside the whole
    "province_name": Text("จังหวัด{name}", "{name} province"),
    "share": Text("อยู่กลุ่ม A {done} จาก {total} แห่ง ({share})", "{done} of {total} agencies are in group A ({share})"),
    "rank": Text("อันดับที่ {rank} จาก {of} จังหวัด", "rank {rank} of {of} provinces"),
    "rank_shared": Text(
        "อันดับที่ {rank} (ร่วมกับอีก {equal} จังหวัด) จาก {of} จังหวัด",
        "rank {rank} (shared with {equal} other provinces) of {of} provinces",
    ),
    "whole_share": Text("ทั้งบัญชีรายชื่อ {share}", "the whole list: {share}"),
    "country_share": Text("ทั้งประเทศ {share}", "the country: {share}"),
    "empty_scope": Text("ไม่มีหน่วยงานในรายชื่อนี้", "No agency in this list"),
    "whole": Text("ดูทั้งบัญชีรายชื่อ", "See the whole list"),
    # the map
    "map": Text("สัดส่วนหน่วยงานที่อยู่กลุ่ม A รายจังหวัด", "Share of agencies in group A by province"),
    "map_hint": Text(
        "กดที่จังหวัดเพื่อดูรายชื่อ กดซ้ำเพื่อยกเลิก ใช้ปุ่มลูกศรเลื่อนระหว่างจังหวัด",
        "Press a province to list its agencies, again to undo; the arrow keys move between provinces",
    ),
    "tile": Text(
        "{abbreviation} {province}: อยู่กลุ่ม A {done} จาก {total} แห่ง ({share})",
        "{abbreviation} {province}: {done} of {total} in group A ({share})",
    ),
    "empty_tile": Text(
        "{abbreviation} {province}: ไม่มีหน่วยงานในรายชื่อนี้", "{province} ({abbreviation}): no agency in this list"
    ),
    "no_province_note": Text(
        "ไม่ทราบจังหวัด: อยู่กลุ่ม A {done} จาก {total} แห่ง", "Province unknown: {done} of {total} in group A"
    ),
    "legend_between": Text("{from} ถึง {to}", "{from} to {to}"),
    "legend_none": Text("ไม่มีหน่วยงาน", "no agency"),
    # search and filters
    "agencies": Text("รายชื่อหน่วยงาน", "Agencies"),
    "search": Text("ค้นหา", "Search"),
    "search_hint": Text("ชื่อ รหัส อีเมล จังหวัด หรืออำเภอ", "name, code, address, province or amphoe"),
    "province": Text("จังหวัด", "Province"),
    "kind": Text("ประเภท", "Kind"),
    "rule": Text("เหตุผล", "Reason"),
    "columns": Text("กรองตามคอลัมน์ในบัญชีรายชื่อ", "Filter by columns of the list"),
    "column": Text("คอลัมน์", "Column"),
    "opened": Text("แสดงเฉพาะหน่วยงานที่ยังไม่อยู่กลุ่ม A", "Only agencies that are not in group A yet are listed."),
    "show_all": Text("แสดงทั้งหมด {count} แห่ง", "Show all {count}"),
    "any": Text("ทั้งหมด", "All"),
    "no_province": Text("ไม่ทราบจังหวัด", "Province unknown"),
    "no_kind": Text("ไม่ทราบประเภท", "Kind unknown"),
    "option": Text("{name} ({count})", "{name} ({count})"),
    "chip": Text("{filter}: {value}", "{filter}: {value}"),
    "remove": Text("ยกเลิกตัวกรอง {filter}: {value}", "Remove the filter {filter}: {value}"),
    "clear": Text("ล้างทั้งหมด", "Clear all"),
    "active": Text("ตัวกรองที่ใช้อยู่", "Filters in use"),
    # the list
    "row": Text("แถว", "Row"),
    "name": Text("หน่วยงาน", "Agency"),
    "address": Text("อีเมลกลาง", "Central address"),
    "reason": Text("สิ่งที่พบ", "Findings"),
    "sort": Text("กดหัวคอลัมน์เพื่อเรียงลำดับ", "Press a heading to sort"),
    "shown": Text("แสดง {from}–{to} จาก {count} แห่ง", "Showing {from}–{to} of {count} agencies"),
    "of_all": Text("(ทั้งหมด {total} แห่ง)", "({total} in all)"),
    "none": Text("ไม่มีหน่วยงานตามเงื่อนไขที่เลือก", "No agency fits the selection"),
    "previous": Text("ก่อนหน้า", "Previous"),
    "next": Text("ถัดไป", "Next"),
    "page": Text("หน้า {page} จาก {pages}", "Page {page} of {pages}"),
    "more": Text("และอีก {count} ข้อ", "and {count} more"),
    "no_name": Text("(ไม่มีชื่อ)", "(no name)"),
    "no_address": Text("(ไม่มีที่อยู่)", "(no address)"),
    # the card
    "card_row": Text("แถว {row}", "Row {row}"),
    "code": Text("รหัส {code}", "Code {code}"),
    "amphoe": Text("อ.{amphoe}", "{amphoe} district"),
    "close": Text("ปิด", "Close"),
    "in_group": Text("กลุ่ม {group}", "Group {group}"),
    "may_be": Text("อาจเป็น {groups}", "may be {groups}"),
    "or": Text(" หรือ ", " or "),
    "read_as": Text("อ่านเป็น {address}", "Read as {address}"),
    "facts": Text("ข้อเท็จจริงที่อ่านได้", "The facts as read"),
    "findings": Text("สิ่งที่พบ", "Findings"),
    "no_findings": Text("ไม่พบข้อผิดพลาด", "Nothing was found"),
    "mend": Text("วิธีแก้: {mend}", "To mend: {mend}"),
    "sources": Text("ข้อมูลที่นำมาเทียบ", "What was set beside it"),
    "card_registry": Text("ทะเบียน อปท.", "Registry"),
    "card_notice": Text("ประกาศฯ ที่อ่าน", "Notice that was read"),
    "card_delivery": Text("การส่งอีเมล", "Delivery"),
    "notice_file": Text("ไฟล์ {file}", "file {file}"),
    "notice_day": Text("ลงวันที่ {day}", "dated {day}"),
    "notice_states": Text("ระบุอีเมล {address}", "states {address}"),
    "notice_silent": Text("ไม่พบอีเมลที่อ่านได้", "no address that can be read"),
    "suggestions": Text("ที่อยู่ที่แนะนำ", "Suggested address"),
    "copy": Text("คัดลอก", "Copy"),
    "copy_this": Text("คัดลอก {address}", "Copy {address}"),
    "copied": Text("คัดลอกแล้ว", "Copied"),
    "copy_failed": Text("คัดลอกไม่ได้ กรุณาเลือกข้อความแล้วคัดลอกเอง", "Could not copy; please select the text and copy it"),
    "steps": Text("สิ่งที่ต้องทำ", "What to do"),
    "find_out": Text("ต้องรู้ก่อน แล้วกรอกในบัญชีรายชื่อ", "To be found out first, then filled in"),
    "contacts": Text("สอบถาม", "Whom to ask"),
    # on paper
    "printed_all": Text("พิมพ์ครบทั้ง {count} แห่งตามที่เลือก", "All {count} selected agencies are printed"),
    "printed_page": Text(
        "พิมพ์เฉพาะแห่งที่ {from}–{to} จาก {count} แห่ง เพราะพิมพ์ได้ครั้งละไม่เกิน {most} แห่ง "
        "หากต้องการทั้งหมด ให้ใช้ตัวกรอง หรือสร้างรายงานแบบ Excel ด้วย -o report.xlsx",
        "Only agencies {from}–{to} of {count} are printed, as at most {most} can be printed at once. "
        "For all of them narrow the selection, or make the workbook with -o report.xlsx",
    ),
}
