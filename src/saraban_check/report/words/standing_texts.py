"""How a part of a list stands beside the whole, in one sentence."""

from ...checks.standing import Standing
from ...model.text import Text
from ...reference.places import provinces
from .shares import share_text

PROVINCE_NAME = Text("จังหวัด{name}", "{name} province")
PROVINCES = Text("จังหวัด", "provinces")
PARTS = Text("ส่วน", "parts")
_SHARE = Text(
    "{part} มีหน่วยงานในกลุ่ม A จำนวน {done} จาก {total} แห่ง ({share})",
    "{part}: {done} of {total} agencies are in group A ({share})",
)
_RANK = Text(" อันดับที่ {rank}{equal} จาก {of} {unit}", ", rank {rank}{equal} of {of} {unit}")
_EQUAL = Text(" (ร่วมกับอีก {count} {unit})", " (shared with {count} other {unit})")
_BESIDE = Text(" ส่วน{whole} {share}", "; {whole}: {share}")
_COUNTRY = Text("ทั้งประเทศ", "the country")
_LIST = Text("ทั้งบัญชีรายชื่อ", "the whole list")
_NO_LOCAL_BODIES = 1
"""Bangkok is counted among the provinces here, and a list of the others is of the whole country still."""


def whole_name(standing: Standing, unit: Text = PROVINCES) -> Text:
    """What the whole is called: the country only where every province occurs."""
    is_country = unit == PROVINCES and standing.of >= len(provinces()) - _NO_LOCAL_BODIES
    return _COUNTRY if is_country else _LIST


def standing_text(part: Text, standing: Standing, unit: Text = PROVINCES, whole: Text | None = None) -> Text:
    """`จังหวัดนครพนม มีหน่วยงานในกลุ่ม A จำนวน 101 จาก 104 แห่ง (97.1%) อันดับที่ 12 จาก 77 จังหวัด ส่วนทั้งประเทศ 79.7%`.

    `part` is the name of the part, `unit` what such parts are called, `whole` what they come from (else the country or
    the list, by the provinces that occur). The rank is left out where there is none.
    """
    own, all_ = standing.own, standing.whole
    said = [_SHARE.fill(part=part, done=f"{own.done:,}", total=f"{own.total:,}", share=share_text(*own))]
    if standing.rank is not None:
        equal = _EQUAL.fill(count=standing.equal, unit=unit) if standing.equal else ""
        said.append(_RANK.fill(rank=standing.rank, equal=equal, of=standing.of, unit=unit))
    if own != all_:
        said.append(_BESIDE.fill(whole=whole or whole_name(standing, unit), share=share_text(*all_)))
    return Text("".join(text.th for text in said), "".join(text.en for text in said))
