"""`address ADDRESS…`: one address, or a few."""

import sys
from typing import Annotated, Literal

from ..checks.address_check import ask_for_domains, check_address
from ..model.errors import RequestError
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
    wanted = [line for address in addresses for line in (_lines() if address == "-" else [address])]
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
        from ..report.render.screen import render_screen
        from ..report.views.address import address_document

        style = style_of(sys.stdout, general.color)
        write_text("\n".join(render_screen(address_document(check), LANG, style) for check in checks))
    return 0 if all(check.passes for check in checks) else 1


def _lines() -> list[str]:
    from .address_lines import address_lines

    return address_lines()
