"""`address ADDRESS…`: one address, or a few."""

import sys
from enum import Enum
from typing import Annotated

import typer

from ..checks.address_check import ask_for_domains, check_address
from ..intake.limits import read_limits
from ..intake.stream import read_stream
from ..model.errors import InputError, RequestError
from ..model.policy import PUBLISHED
from ..model.text import Text
from .agency_options import (
    AmphoeOption,
    CodeOption,
    IssuedOption,
    KindOption,
    NameOption,
    ProvinceOption,
    WebsiteOption,
)
from .configured import policy
from .language import LANG, t
from .options import (
    ColorChoice,
    ColorOption,
    ConcurrencyOption,
    ConfigOption,
    DnsOption,
    LangChoice,
    LangOption,
    NoCacheOption,
    NoRegistryOption,
    QuietOption,
    RegistryOption,
    ResolverOption,
    TimeoutOption,
    VerboseOption,
)
from .registry_file import registry_of
from .streams import style_of, write_bytes, write_text


class AddressFormat(Enum):
    SCREEN = "screen"
    JSON = "json"


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


def address_command(
    addresses: Annotated[
        list[str],
        typer.Argument(
            metavar=t("ที่อยู่…", "ADDRESS…"),
            help=t("ที่อยู่อีเมล หรือ - เพื่ออ่านบรรทัดละหนึ่ง", "addresses, or - to read one a line"),
        ),
    ],
    code: CodeOption = None,
    province: ProvinceOption = None,
    kind: KindOption = None,
    website: WebsiteOption = None,
    name: NameOption = None,
    amphoe: AmphoeOption = None,
    issued: IssuedOption = None,
    format_: Annotated[
        AddressFormat, typer.Option("--format", help=t("รูปแบบผลลัพธ์: screen หรือ json", "format: screen or json"))
    ] = AddressFormat.SCREEN,
    registry: RegistryOption = None,
    no_registry: NoRegistryOption = False,
    dns: DnsOption = False,
    resolver: ResolverOption = None,
    timeout: TimeoutOption = 5.0,
    concurrency: ConcurrencyOption = 50,
    no_cache: NoCacheOption = False,
    config: ConfigOption = None,
    lang: LangOption = LangChoice.TH,
    color: ColorOption = ColorChoice.AUTO,
    quiet: QuietOption = False,
    verbose: VerboseOption = False,
) -> int:
    """The command; exit code 1 if any address is not correct, or DNS proves that its domain receives no mail."""
    wanted = [line for address in addresses for line in (_read_lines() if address == "-" else [address])]
    if not wanted:
        raise RequestError(_NONE)
    ask = None
    if dns:
        from .dns import look_up_by

        ask = look_up_by(dns, resolver, timeout, concurrency, no_cache, quiet=quiet, verbose=verbose)
    agencies = registry_of(registry, no_registry)
    checks = [
        check_address(
            address,
            code=code,
            province=province,
            kind=kind,
            website=website,
            name=name,
            amphoe=amphoe,
            issued=issued,
            domains=policy().domains,
            registry=agencies,
        )
        for address in wanted
    ]
    if not quiet and (domains := policy().domains) != PUBLISHED:
        from .reading import say_domains

        say_domains(domains)
    if not quiet and agencies is not None:
        from .reading import say_registry

        say_registry(agencies)
    if ask is not None:
        checks = ask_for_domains(checks, ask)
    if format_ is AddressFormat.JSON:
        from ..reports.json_report import address_objects

        write_bytes([address_objects(checks, LANG).encode("utf-8", "replace")])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.address import address_document

        style = style_of(sys.stdout, color.value)
        write_text("\n".join(render_screen(address_document(check), LANG, style) for check in checks))
    return 0 if all(check.passes for check in checks) else 1
