"""`address ADDRESS…`: one address, or a few."""

import sys
from typing import Annotated, Literal

from ..checks.address_check import ask_for_domains, check_address
from ..intake.limits import read_limits
from ..intake.stream import read_stream
from ..model.errors import InputError, RequestError
from ..model.policy import PUBLISHED
from ..model.text import Text
from .configured import policy
from .language import LANG
from .options.agency import AgencyOptions
from .options.declaring import Argument, command
from .options.dns import DnsOptions
from .options.general import GeneralOptions
from .options.output import FORMAT
from .options.registry import RegistryOptions
from .streams import style_of, write_bytes, write_text

EXAMPLES = """saraban-check address saraban_06480115@dla.go.th
saraban-check address saraban@songkhcity.go.th --website www.songkhcity.go.th
saraban-check address saraban@songkhcity.go.th --dns
saraban-check address - --format json < addresses.txt"""

_NONE = Text(
    "ไม่มีที่อยู่ให้ตรวจ ระบุที่อยู่อีเมล หรือส่งเข้าทางอินพุตมาตรฐาน บรรทัดละหนึ่งที่อยู่",
    "there is no address to check; name one, or send them to standard input, one a line",
)
_MOST_MB = 10
"""Some 300,000 addresses: each is held with all that is said of it."""
_TOO_MUCH = Text(
    "อินพุตมาตรฐาน: เกิน {most} MB หรือไม่มีวันจบ ส่งรายการที่สั้นกว่านี้ หรือใช้ saraban-check classify กับรายชื่อ",
    "standard input: more than {most} MB, or without an end; send fewer, or use saraban-check classify for a list",
)
_TOO_LONG = Text(
    "อินพุตมาตรฐาน บรรทัด {line}: ยาว {found} ตัวอักษร เกิน {most} ตรวจว่าเป็นรายการที่อยู่ บรรทัดละหนึ่ง",
    "standard input, line {line}: {found} characters, more than {most}; see that there is one address a line",
)
_NOT_TEXT = Text(
    "อินพุตมาตรฐาน บรรทัด {line}: ไม่ใช่ข้อความ UTF-8 บันทึกเป็น UTF-8 แล้วลองใหม่",
    "standard input, line {line}: not UTF-8 text; save it as UTF-8 and try again",
)


def _read_lines() -> list[str]:
    limits = read_limits([f"text_mb={_MOST_MB}"])
    try:
        data = b"".join(read_stream(sys.stdin.buffer, limits, name="-", limit="text_mb"))
    except InputError:
        raise RequestError(_TOO_MUCH, most=_MOST_MB) from None
    found = []
    for number, line in enumerate(data.rstrip().split(b"\n"), start=1):
        try:
            found.append(line.decode("utf-8-sig" if number == 1 else "utf-8").removesuffix("\r"))
        except UnicodeDecodeError:
            raise RequestError(_NOT_TEXT, line=number) from None
        if len(found[-1]) > limits.cell:
            raise RequestError(_TOO_LONG, line=number, found=f"{len(found[-1]):,}", most=f"{limits.cell:,}")
    return [] if found == [""] else found


@command
def address_command(
    addresses: Annotated[
        list[str],
        Argument(
            Text("ที่อยู่…", "ADDRESS…"), Text("ที่อยู่อีเมล หรือ - เพื่ออ่านบรรทัดละหนึ่ง", "addresses, or - to read one a line")
        ),
    ],
    agency: AgencyOptions,
    registry: RegistryOptions,
    dns: DnsOptions,
    general: GeneralOptions,
    format_: Annotated[Literal["screen", "json"], FORMAT] = "screen",
) -> int:
    """The command; exit code 1 if any address is not correct, or DNS proves that its domain receives no mail."""
    wanted = [line for address in addresses for line in (_read_lines() if address == "-" else [address])]
    if not wanted:
        raise RequestError(_NONE)
    ask = None
    if dns.dns:
        from .dns import look_up_by

        ask = look_up_by(dns, verbose=general.verbose)
    agencies, domains = registry.load(), policy().domains
    checks = [check_address(address, **agency._asdict(), domains=domains, registry=agencies) for address in wanted]
    if agencies is not None or domains != PUBLISHED:
        from .reading import say_domains, say_registry

        say_domains(domains)
        say_registry(agencies)
    if ask is not None:
        checks = ask_for_domains(checks, ask)
    if format_ == "json":
        from ..reports.json_report import address_objects

        write_bytes([address_objects(checks, LANG).encode("utf-8", "replace")])
    else:
        from ..reports.address_screen import render_address_check

        style = style_of(sys.stdout, general.color)
        write_text("\n".join(render_address_check(check, LANG, style) for check in checks))
    return 0 if all(check.passes for check in checks) else 1
