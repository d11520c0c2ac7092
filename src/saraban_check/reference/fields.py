"""The fields of a record in words: what `--map` calls `province` is จังหวัด to whoever reads a report."""

from ..model.text import Text

FIELD_NAMES: dict[str, Text] = {
    "number": Text("ลำดับที่", "number"),
    "code": Text("รหัส อปท.", "code"),
    "name": Text("ชื่อหน่วยงาน", "name"),
    "kind": Text("ประเภทหน่วยงาน", "kind of agency"),
    "amphoe": Text("อำเภอ", "district"),
    "province": Text("จังหวัด", "province"),
    "affiliation": Text("สังกัด", "affiliation"),
    "website": Text("เว็บไซต์", "website"),
    "address": Text("ที่อยู่อีเมล", "address"),
    "issued": Text("อีเมลที่ออกให้แล้ว", "issued address"),
    "notice": Text("มีประกาศฯ ม.10", "section-10 notice"),
    "notice_date": Text("วันที่ประกาศ", "date of the notice"),
    "posted": Text("ลงใน info.go.th", "posted in info.go.th"),
    "notice_and_posted": Text("มีประกาศฯ และลงใน info.go.th", "notice and posted"),
    "delivery": Text("สถานะการส่ง", "delivery"),
    "upgraded": Text("ยกฐานะ", "upgraded"),
    "remark": Text("หมายเหตุ", "remark"),
}
