"""The mails of a circular's mailbox, invented: tidy ones, all of one system, and such as real ones are.

Real mailboxes mix mail systems, languages, encodings and what is no bounce at all. Their shapes are those of Postfix,
Exim, sendmail, qmail, Exchange and Microsoft 365, Gmail, Zimbra and of Thai systems, each text with its recipient in
it and each mail with headers, identifiers, dates and boundaries of its own.
"""

import base64
import quopri
import random
from collections.abc import Callable, Iterator
from email.header import Header
from typing import NamedTuple

SIZE = 15_000
"""What a tidy mail has in bytes, most of it the circular that came back."""
_OUTCOMES = (
    ("failed", "5.1.1", "smtp; 550 5.1.1 <{a}>: Recipient address rejected: User unknown in virtual mailbox table"),
    ("failed", "5.2.2", "smtp; 552 5.2.2 <{a}>: Quota exceeded (mailbox for user is full)"),
    ("failed", "4.4.1", "X-Postfix; connect to mx.example.go.th[203.0.113.5]:25: Connection timed out"),
    ("delayed", "4.7.1", "smtp; 451 4.7.1 Greylisting in action, please come back later"),
    ("delivered", "2.1.5", "smtp; 250 2.1.5 Ok"),
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri")
_DOMAINS = ("songkhcity", "khaonoi", "nongbua-city", "thasala", "banphai", "maeai", "phrathat", "khlongyai")


def _filler(rng: random.Random, size: int) -> str:
    """The returned circular's attachment, as base64 looks."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    line = "".join(rng.choices(letters, k=76))
    return "".join(f"{line[at % 76 :]}{line[: at % 76]}\n" for at in range(size // 77))


def tidy(count: int, size: int = SIZE, seed: int = 2569) -> Iterator[bytes]:
    """Mails as one system brings them back: of twenty three are free text, one an automatic reply, one ordinary, the
    others delivery status notifications."""
    rng = random.Random(seed)
    filler = _filler(rng, size)
    for number in range(count):
        address = f"saraban_06{rng.randrange(10, 97)}{rng.randrange(1, 25):02}{number % 100:02}@dla.go.th"
        returned = f"From: circular@opdc.example.go.th\nTo: {address}\nSubject: circular {number}\n\n"
        head = (
            f"From MAILER-DAEMON Mon Nov 23 08:15:30 2026\nReturn-Path: <>\n"
            f"Received: by mail.opdc.example.go.th (Postfix)\n\tid 4F{number:08X}; Mon, 23 Nov 2026 08:15:30 +0700\n"
            f"Date: Mon, 23 Nov 2026 08:15:{number % 60:02} +0700\nTo: circular@opdc.example.go.th\n"
        )
        sort = number % 20
        if sort < 3:
            mail = (
                f"{head}From: MAILER-DAEMON@mail.example.go.th\nSubject: failure notice\n\n"
                "Hi. This is the qmail-send program at mail.example.go.th.\n"
                "I'm afraid I wasn't able to deliver your message to the following addresses.\n\n"
                f"<{address}>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n"
                f"--- Below this line is a copy of the message.\n\n{returned}"
            )
        elif sort == 3:
            mail = (
                f"{head}From: {address}\nSubject: =?utf-8?b?4LiV4Lit4Lia4LiB4Lil4Lix4Lia?=\n"
                "Auto-Submitted: auto-replied\n\n"
            )
        elif sort == 4:
            head = head.replace("<>", f"<{address}>")
            mail = f"{head}From: {address}\nSubject: =?utf-8?b?4Liq4LmI4LiH4LmB4Lia4Lia?=\n\n"
        else:
            action, status, said = _OUTCOMES[number % 5]
            mail = (
                f"{head}From: MAILER-DAEMON@mail.opdc.example.go.th (Mail Delivery System)\n"
                "Subject: Undelivered Mail Returned to Sender\nMIME-Version: 1.0\n"
                'Content-Type: multipart/report; report-type=delivery-status;\n\tboundary="4F22.17/mail"\n\n'
                "This is a MIME-encapsulated message.\n\n--4F22.17/mail\nContent-Type: text/plain; charset=us-ascii\n\n"
                "This is the mail system at host mail.opdc.example.go.th.\n\nI'm sorry to have to inform you that your "
                f"message could not\nbe delivered.\n\n<{address}>: {said.format(a=address)}\n\n--4F22.17/mail\n"
                "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mail.opdc.example.go.th\n\n"
                f"Original-Recipient: rfc822;{address}\nFinal-Recipient: rfc822; {address}\nAction: {action}\n"
                f"Status: {status}\nDiagnostic-Code: {said.format(a=address)}\n\n--4F22.17/mail\n"
                f"Content-Type: message/rfc822\n\n{returned}"
            )
        yield (mail + filler[: max(size - len(mail) - 2, 0)] + "\n\n").encode("ascii")


class _Case(NamedTuple):
    """Whom a mail is about, and what stands in no two mails alike."""

    address: str
    host: str
    mark: str
    date: str
    returned: str

    @property
    def domain(self) -> str:
        return self.address.partition("@")[2]


_Make = Callable[[_Case], bytes]


def _head(case: _Case, sender: str, subject: str, path: str = "", more: str = "") -> str:
    """The headers of a mail up to its own: two relays, a signature and the filters' verdicts, as most have them."""
    shown = subject if subject.isascii() else Header(subject, "utf-8", 72, "Subject").encode()
    return (
        f"Return-Path: <{path}>\nDelivered-To: circular@opdc.example.go.th\n"
        f"Received: from {case.host} ({case.host} [203.0.113.{len(case.mark)}])\n"
        f"\tby mail.opdc.example.go.th (Postfix) with ESMTPS id {case.mark}\n"
        f"\tfor <circular@opdc.example.go.th>; {case.date}\n"
        f"Received: by {case.host} (Postfix)\n\tid {case.mark[::-1]}; {case.date}\n"
        f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={case.domain}; s=mail;\n"
        f"\tt=1795396530; h=Date:From:To:Subject; bh={case.mark}47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=;\n"
        f"\tb={case.mark * 8}\n"
        f"Authentication-Results: mail.opdc.example.go.th; spf=none smtp.helo={case.host}; dkim=pass\n"
        f"X-Spam-Status: No, score=-1.9 required=5.0 tests=BAYES_00,RCVD_IN_DNSWL_NONE\n"
        f"Date: {case.date}\nFrom: {sender}\nTo: circular@opdc.example.go.th\nSubject: {shown}\n"
        f"Message-ID: <{case.mark}@{case.host}>\n{more}MIME-Version: 1.0\n"
    )


def _encoded(text: str, kind: str, charset: str, how: str) -> bytes:
    """A part with its headers, in a transfer encoding."""
    data = text.encode(charset)
    if how == "base64":
        data = base64.encodebytes(data)
    elif how == "quoted-printable":
        data = quopri.encodestring(data) + b"\n"
    return f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: {how}\n\n".encode() + data


def _report(case: _Case, head: str, notice: bytes, fields: str, back: str = "message/rfc822") -> bytes:
    """A delivery status notification of three parts, each notice with its own boundary."""
    line = f"--{case.mark}.1795396530/{case.host}"
    return b"".join(
        (
            f"{head}Content-Type: multipart/report; report-type=delivery-status;\n".encode(),
            f'\tboundary="{line[2:]}"\n\nThis is a MIME-encapsulated message.\n\n{line}\n'.encode(),
            b"Content-Description: Notification\n",
            notice,
            f"\n{line}\nContent-Description: Delivery report\nContent-Type: message/delivery-status\n\n".encode(),
            f"Reporting-MTA: dns; {case.host}\nX-Postfix-Queue-ID: {case.mark}\n".encode(),
            f"X-Postfix-Sender: rfc822; circular@opdc.example.go.th\nArrival-Date: {case.date}\n\n{fields}\n".encode(),
            f"{line}\nContent-Description: Undelivered Message\nContent-Type: {back}\n\n".encode(),
            f"{case.returned}\n{line}--\n".encode(),
        )
    )


def _fields(case: _Case, action: str, status: str, said: str) -> str:
    return (
        f"Original-Recipient: rfc822;{case.address}\nFinal-Recipient: rfc822; {case.address}\nAction: {action}\n"
        f"Status: {status}\nRemote-MTA: dns; {case.host}\nDiagnostic-Code: {said}\n"
    )


_POSTFIX = (
    "This is the mail system at host {c.host}.\n\nI'm sorry to have to inform you that your message could not\n"
    "be delivered to one or more recipients. It's attached below.\n\nFor further assistance, please send mail to "
    "postmaster.\n\nIf you do so, please include this problem report. You can\ndelete your own text from the attached "
    "returned message.\n\n                   The mail system\n\n<{c.address}>: {said}\n"
)


def _postfix(case: _Case, action: str, status: str, said: str, how: str = "7bit") -> bytes:
    sender = f"MAILER-DAEMON@{case.host} (Mail Delivery System)"
    head = _head(case, sender, "Undelivered Mail Returned to Sender", more="Auto-Submitted: auto-replied\n")
    said = f"host {case.host}[203.0.113.5] said: {said}\n    (in reply to RCPT TO command)"
    notice = _encoded(_POSTFIX.format(c=case, said=said), "text/plain", "us-ascii", how)
    fields = _fields(case, action, status, f"smtp; {' '.join(said.split()[4:])}")
    return _report(case, head, notice, fields, "text/rfc822-headers" if how == "7bit" else "message/rfc822")


_NDR = (
    '<html>\n<head>\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\n<style>p {{ font-family:'
    ' Tahoma; margin: 0 }} td {{ padding: 4px }}</style>\n</head>\n<body>\n<table width="100%" cellpadding=0><tr><td>\n'
    '<p><b><font color="#000066" size="3" face="Arial">{title}</font></b></p>\n'
    '<p><font size="2" face="Tahoma"><a href="mailto:{c.address}">{c.address}</a><br>\n{why}<br>\n</font></p>\n'
    '<p><font color="#808080" size="2" face="Tahoma"><br><b>{admin}</b></font></p>\n'
    '<p><font size="2">Generating server: {c.host}</font></p>\n<p>{c.address}<br>\n#{said} ##</p>\n'
    "<p>Original message headers:</p>\n<pre>Received: from mail.opdc.example.go.th (203.0.113.7) by {c.host}\n"
    " with Microsoft SMTP Server id 15.1.2507.6; {c.date}\nFrom: &lt;circular@opdc.example.go.th&gt;\n"
    "To: &lt;{c.address}&gt;\n</pre>\n</td></tr></table>\n</body>\n</html>\n"
)


def _exchange(case: _Case, thai: bool, status: str, said: str, why: str, how: str) -> bytes:
    title = "การส่งไปยังผู้รับหรือกลุ่มเหล่านี้ล้มเหลว:" if thai else "Delivery has failed to these recipients or groups:"
    admin = "ข้อมูลการวินิจฉัยสำหรับผู้ดูแลระบบ:" if thai else "Diagnostic information for administrators:"
    subject = "ไม่สามารถส่งได้: หนังสือเวียน 5/2569" if thai else "Undeliverable: circular 5/2569"
    sender = f"Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@{case.domain}>"
    head = _head(case, sender, subject, more="X-MS-Exchange-Message-Is-Ndr:\nContent-Language: th-TH\n")
    text = _NDR.format(c=case, title=title, why=why, admin=admin, said=said)
    return _report(
        case, head, _encoded(text, "text/html", "utf-8", how), _fields(case, "failed", status, f"smtp;{said}")
    )


def _gmail(case: _Case) -> bytes:
    head = _head(
        case,
        "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
        "Delivery Status Notification (Failure)",
        more=f"X-Failed-Recipients: {case.address}\nAuto-Submitted: auto-replied\n",
    )
    text = (
        f"** ไม่พบที่อยู่ **\n\nระบบส่งข้อความของคุณถึง {case.address} ไม่ได้ เนื่องจากไม่พบที่อยู่นั้น หรือที่อยู่ดังกล่าวรับอีเมลไม่ได้\n\n"
        "คำตอบจากเซิร์ฟเวอร์ระยะไกลคือ\n550 5.1.1 The email account that you tried to reach does not exist.\n"
    )
    return head.encode() + _encoded(text, "text/plain", "utf-8", "base64")


def _free(
    sender: str, subject: str, text: str, kind: str = "plain", charset: str = "utf-8", how: str = "8bit"
) -> _Make:
    """A bounce for people only, of one part, with the letter below it where the text says so."""

    def make(case: _Case) -> bytes:
        head = _head(case, sender.format(c=case), subject)
        return head.encode() + _encoded(text.format(c=case), f"text/{kind}", charset, how)

    return make


def _automatic(case: _Case) -> bytes:
    more = f"Auto-Submitted: auto-replied\nIn-Reply-To: <c5-2569@{case.host}>\n"
    head = _head(case, case.address, "ตอบกลับอัตโนมัติ: หนังสือเวียน 5/2569", case.address, more)
    text = "ขณะนี้ไม่อยู่ที่สำนักงาน หากเป็นเรื่องเร่งด่วนโปรดติดต่อ 0 2555 0100\n"
    return head.encode() + _encoded(text, "text/plain", "utf-8", "base64")


def _received(case: _Case) -> bytes:
    head = _head(case, f"สารบรรณ <{case.address}>", "Re: หนังสือเวียน 5/2569", case.address, "References: <c5@x>\n")
    text = f"ได้รับหนังสือแล้ว เลขที่รับ {case.mark[-4:]} ลงวันที่ 23 พ.ย. 2569\n\n> เรียน ผู้อำนวยการ\n> โปรดตรวจสอบที่อยู่อีเมลกลาง\n"
    return head.encode() + _encoded(text, "text/plain", "utf-8", "quoted-printable")


def _newsletter(case: _Case) -> bytes:
    head = _head(
        case, f"ข่าว <news@{case.domain}>", "ข่าวประชาสัมพันธ์ประจำเดือน", f"news@{case.domain}", "List-Id: <news>\n"
    )
    text = "<html><body><p>ขอเชิญร่วมงาน</p>" + "<p>รายละเอียดเพิ่มเติม</p>" * 40 + "</body></html>\n"
    return head.encode() + _encoded(text, "text/html", "utf-8", "quoted-printable")


def _forwarded(case: _Case) -> bytes:
    inner = _postfix(case, "failed", "5.2.2", f"552 5.2.2 <{case.address}>: Mailbox full")
    head = _head(case, "admin@opdc.example.go.th", "Fwd: Undelivered Mail", "admin@opdc.example.go.th")
    line = f"--fw{case.mark}"
    return (
        f"{head}Content-Type: multipart/mixed; boundary={line[2:]}\n\n{line}\nContent-Type: text/plain\n\n"
        f"Please see.\n\n{line}\nContent-Type: message/rfc822\n\n"
    ).encode() + b"%b\n%b--\n" % (inner, line.encode())


_RETURNED = "\n------ This is a copy of the message, including all the headers. ------\n\n{c.returned}"
_REAL: tuple[tuple[int, _Make], ...] = (
    (
        14,
        lambda c: _postfix(c, "failed", "5.1.1", f"550 5.1.1 <{c.address}>: Recipient address rejected: User unknown"),
    ),
    (8, lambda c: _postfix(c, "failed", "5.2.2", f"552 5.2.2 <{c.address}>: Quota exceeded (mailbox full)", "8bit")),
    (5, lambda c: _postfix(c, "delayed", "4.7.1", "451 4.7.1 Greylisting in action", "quoted-printable")),
    (4, lambda c: _postfix(c, "failed", "5.7.1", f"554 5.7.1 Message {c.mark} rejected by policy", "base64")),
    (
        10,
        lambda c: _exchange(
            c,
            False,
            "5.1.10",
            f"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient {c.address} not found by SMTP address lookup",
            "The email address you entered couldn't be found. Please check the address and try again.",
            "quoted-printable",
        ),
    ),
    (
        8,
        lambda c: _exchange(
            c,
            True,
            "5.2.2",
            "554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException",
            "กล่องจดหมายของผู้รับเต็มและไม่สามารถรับข้อความได้ในขณะนี้ โปรดลองส่งข้อความของคุณใหม่ภายหลัง",
            "base64",
        ),
    ),
    (8, _gmail),
    (
        8,
        _free(
            "Mail Delivery System <Mailer-Daemon@{c.host}>",
            "Mail delivery failed: returning message to sender",
            "This message was created automatically by mail delivery software.\n\nA message that you sent could not be "
            "delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:"
            "\n\n  {c.address}\n    host {c.host} [203.0.113.9]\n    SMTP error from remote mail server after RCPT "
            "TO:<{c.address}>:\n    550 5.1.1 No such user here\n" + _RETURNED,
        ),
    ),
    (
        5,
        _free(
            "MAILER-DAEMON@{c.host}",
            "failure notice",
            "Hi. This is the qmail-send program at {c.host}.\nI'm afraid I wasn't able to deliver your message to the "
            "following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n"
            "<{c.address}>:\n203.0.113.9 does not like recipient.\nRemote host said: 552 {c.mark} mailbox is full\n"
            "Giving up on 203.0.113.9.\n\n--- Below this line is a copy of the message.\n\n{c.returned}",
        ),
    ),
    (
        5,
        _free(
            "Mail Delivery Subsystem <MAILER-DAEMON@{c.host}>",
            "Returned mail: see transcript for details",
            "The original message was received at {c.date}\nfrom mail.opdc.example.go.th [203.0.113.7]\n\n"
            "   ----- The following addresses had permanent fatal errors -----\n<{c.address}>\n"
            "    (reason: 550 5.1.1 <{c.address}>... User unknown)\n\n   ----- Transcript of session follows -----\n"
            "... while talking to {c.host}.:\n>>> DATA\n<<< 550 5.1.1 <{c.address}>... User unknown\n"
            "550 5.1.1 <{c.address}>... User unknown\n",
        ),
    ),
    (
        6,
        _free(
            "postmaster@{c.domain}",
            "ส่งไม่ได้: หนังสือเวียน 5/2569",
            "ระบบไม่สามารถส่งอีเมลของท่านถึงผู้รับต่อไปนี้\n\n{c.address}\nเนื่องจากกล่องจดหมายเต็ม\n\n"
            "โปรดติดต่อผู้ดูแลระบบ โทร 0 7555 0100\n",
            charset="tis-620",
        ),
    ),
    (
        4,
        _free(
            "MAILER-DAEMON@{c.host} (Mail Delivery System)",
            "ส่งไม่สำเร็จ: หนังสือเวียน 5/2569",
            "<p>ระบบไม่สามารถส่งอีเมลของท่านไปยังผู้รับต่อไปนี้</p><p><a href='mailto:{c.address}'>{c.address}</a></p>"
            "<p>ไม่พบผู้ใช้นี้ในระบบ 550 5.1.1 User unknown</p>\n",
            kind="html",
            how="quoted-printable",
        ),
    ),
    (5, _automatic),
    (4, _received),
    (4, _newsletter),
    (2, _forwarded),
)
"""How often of a hundred, and the mail."""


def real_like(count: int, seed: int = 2569) -> Iterator[bytes]:
    """Mails as a circular to all agencies brings them back, in no order."""
    rng = random.Random(seed)
    filler = _filler(rng, 4 * SIZE)
    weights, makers = zip(*_REAL)
    for number in range(count):
        mark = f"{rng.getrandbits(48):012X}{number:X}"
        name = rng.choice(_DOMAINS)
        if rng.random() < 0.6:
            address = f"saraban_06{rng.randrange(10, 97)}{rng.randrange(1, 25):02}{number % 100:02}@dla.go.th"
        else:
            address = f"saraban{rng.randrange(1000)}@{name}.go.th"
        day = rng.randrange(5)
        date = f"{_DAYS[day]}, {23 + day} Nov 2026 {rng.randrange(24):02}:{rng.randrange(60):02}:{number % 60:02} +0700"
        body = filler[: rng.choice((200, 1000, 8000, 40_000))]
        returned = (
            f"From: circular@opdc.example.go.th\nTo: {address}\nSubject: circular 5/2569\nDate: {date}\n"
            f"Message-ID: <{mark}@opdc.example.go.th>\nMIME-Version: 1.0\nContent-Type: application/pdf\n"
            f"Content-Transfer-Encoding: base64\n\n{body}"
        )
        case = _Case(address, f"mx{rng.randrange(9)}.{name}.go.th", mark, date, returned)
        asctime = f"{_DAYS[day]} Nov {23 + day} 08:15:30 2026"
        yield f"From MAILER-DAEMON {asctime}\n".encode() + rng.choices(makers, weights)[0](case) + b"\n"
