"""SB1: can the cell be read as an address at all?"""

from ..model.finding import Rule, Severity, Standard
from ..model.text import Text
from .basis import BOTH, DATA, same

_BOTH = (Standard.REGULATION, Standard.METHODS)

BLANK = Text("เว้นว่าง", "left blank")
FOUND = Text("พบ “{text}”", "found “{text}”")
"""What stood in the place of an address."""
QUOTED = Text("{said} “{text}”", "{said} “{text}”")
"""What was done with a text, and the text."""

THAI_KEYS = Text(" น่าจะพิมพ์ขณะแป้นพิมพ์เป็นภาษาไทย", " (probably typed with the Thai keyboard on)")
THAI_KEYS_FOR = Text(
    " น่าจะพิมพ์ขณะแป้นพิมพ์เป็นภาษาไทย โดยตั้งใจพิมพ์ “{meant}”",
    " (probably typed with the Thai keyboard on; the same keys give “{meant}” in English)",
)
"""Why letters are Thai, where the keys that were struck spell an address."""

GLUED = Text(" มีข้อความไทยติดกับที่อยู่ “{address}”", " (Thai text runs into the address “{address}”)")
WITHOUT_THAI = Text("ตัดข้อความไทยออกจากที่อยู่", "Remove the Thai text from the address.")
"""What is said where Thai text was written onto a whole address, and how that is mended."""

SB101 = Rule(
    code="SB101",
    name="address-missing",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("ไม่มีที่อยู่อีเมลกลาง", "No central address"),
    message=Text("ไม่มีที่อยู่อีเมลกลาง ({found})", "There is no central address ({found})"),
    why=Text(
        "หน่วยงานต้องมีอีเมลกลางอย่างน้อยหนึ่งบัญชี เพื่อรับหนังสือราชการและเรื่องจากประชาชน",
        "An agency must have at least one central account, for official letters and for citizens.",
    ),
    mend=Text(
        "อปท. ขออีเมลจาก สถ. ที่ info.dla.go.th (ไม่มีค่าใช้จ่าย) หน่วยงานอื่นใช้ saraban@ บนโดเมนของตนเอง หรือขอจาก สพร.",
        "A local body asks DLA for one at info.dla.go.th (free of charge); others use saraban@ on their own domain, or "
        "ask DGA.",
    ),
    basis=BOTH,
    wrong=same("-"),
    right=same("saraban_06480115@dla.go.th"),
)

SB102 = Rule(
    code="SB102",
    name="address-malformed",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("ไม่ใช่ที่อยู่อีเมล", "Not an e-mail address"),
    message=Text("“{found}” ไม่ใช่ที่อยู่อีเมล: {reason}", "“{found}” is not an e-mail address: {reason}"),
    why=Text(
        "ที่อยู่ที่ผิดรูปแบบส่งอีเมลไม่ได้เลย ไม่ว่าจะส่งจากที่ใด",
        "Nobody can send mail to a text that is not an address.",
    ),
    mend=Text(
        "พิมพ์ใหม่ให้มี @ หนึ่งตัว และมีโดเมนอยู่ข้างหลัง",
        "Type it again, with one @ and a domain after it.",
    ),
    basis=BOTH,
    wrong=same("saraban_06480115@@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)

SB103 = Rule(
    code="SB103",
    name="several-addresses",
    severity=Severity.INFO,
    standards=(Standard.DATA,),
    title=Text("มีหลายที่อยู่ในเซลล์เดียว", "Several addresses in one cell"),
    message=Text(
        "มี {count} ที่อยู่ ใช้ “{chosen}” ในการตรวจ",
        "There are {count} addresses; “{chosen}” was judged",
    ),
    why=Text(
        "ตรวจที่อยู่แรกที่ถูกต้อง ถ้าไม่มีที่อยู่ใดถูกต้อง ตรวจที่อยู่แรก",
        "The first correct one is judged; if none is correct, the first.",
    ),
    mend=Text("เหลือไว้เพียงที่อยู่อีเมลกลางที่ถูกต้อง", "Keep only the correct central address."),
    basis=DATA,
    wrong=same("thungsong103@gmail.com, saraban_04801201@dla.go.th"),
    right=same("saraban_04801201@dla.go.th"),
)

SB104 = Rule(
    code="SB104",
    name="address-cleaned",
    severity=Severity.INFO,
    standards=(Standard.DATA,),
    title=Text("ทำความสะอาดข้อความก่อนตรวจ", "The text was cleaned before judging"),
    message=Text("ก่อนตรวจ: {changes}", "Before judging: {changes}"),
    why=Text(
        "ช่องว่าง เลขไทย หรือคำนำหน้า ไม่ได้ทำให้ที่อยู่ผิด แต่คนที่คัดลอกไปใช้อาจส่งไม่ถึง",
        "Spaces, Thai digits or labels do not make the address wrong, but who copies it may fail to send.",
    ),
    mend=Text("เขียนเฉพาะที่อยู่อีเมล ตามที่อ่านได้", "Write the address alone, as it was read."),
    basis=DATA,
    wrong=same("E-mail: saraban_๐๖๔๘๐๑๑๕@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
    is_cleaned=True,
)

SB105 = Rule(
    code="SB105",
    name="foreign-characters",
    severity=Severity.ERROR,
    standards=_BOTH,
    title=Text("มีตัวอักษรที่ไม่ใช่ภาษาอังกฤษ", "Letters that are not English"),
    message=Text(
        "มีตัวอักษรที่ไม่ใช่ภาษาอังกฤษ: {characters}{hint}",
        "There are letters that are not plain English letters: {characters}{hint}",
    ),
    why=Text(
        "ตัวอักษรจากภาษาอื่นอาจดูเหมือนกันทุกประการ แต่ระบบถือเป็นคนละที่อยู่",
        "Letters of another script may look the same, but they make another address.",
    ),
    mend=Text(
        "สลับแป้นพิมพ์เป็นภาษาอังกฤษ แล้วพิมพ์ที่อยู่ใหม่ทั้งหมด",
        "Switch the keyboard to English and type the whole address again.",
    ),
    basis=BOTH,
    wrong=same("s\u0430raban_06480115@dla.go.th"),
    right=same("saraban_06480115@dla.go.th"),
)

RULES = (SB101, SB102, SB103, SB104, SB105)
