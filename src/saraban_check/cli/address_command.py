"""`address ADDRESS…`: one address, or a few."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

from ..checks.address_check import ask_for_domains, check_address
from ..model.errors import RequestError
from ..model.policy import PUBLISHED, Domains
from ..model.text import Text
from .address_lines import address_lines
from .configured import policy
from .language import LANG
from .options.agency import AgencyOptions
from .options.declaring import Argument, command
from .options.dns import DnsOptions
from .options.general import GeneralOptions
from .options.output import FORMAT
from .options.registry import RegistryOptions
from .streams import style_of, write_bytes, write_text

if TYPE_CHECKING:
    from ..registry.registry import Registry

EXAMPLES = """saraban-check address saraban_06480115@dla.go.th
saraban-check address saraban@songkhcity.go.th --website www.songkhcity.go.th
saraban-check address saraban@songkhcity.go.th --dns
saraban-check address --name อบต.โพธิ์ตาก --province นครพนม
saraban-check address - --format json < addresses.txt"""

_NONE = Text(
    "ไม่มีที่อยู่ให้ตรวจ ระบุที่อยู่อีเมล หรือ - เพื่ออ่านจากอินพุตมาตรฐาน ถ้ายังไม่รู้ที่อยู่ ระบุ --code หรือ --name กับ --province",
    "there is no address to check; name one, or - to read standard input; to look one up, give --code, or --name and "
    "--province",
)
_NO_DNS = Text("--dns: ใช้เมื่อตรวจที่อยู่ ระบุที่อยู่อีเมลด้วย", "--dns: name the address whose domain is to be asked for")


@command
def address_command(
    addresses: Annotated[
        list[str] | None,
        Argument(
            Text("ที่อยู่…", "ADDRESS…"),
            Text(
                "ที่อยู่อีเมล หรือ - เพื่ออ่านบรรทัดละหนึ่ง ไม่ระบุ: หาจาก --code หรือ --name",
                "addresses, or - to read one a line; without: looked up by --code or --name",
            ),
        ),
    ] = None,
    *,
    agency: AgencyOptions,
    registry: RegistryOptions,
    dns: DnsOptions,
    general: GeneralOptions,
    format_: Annotated[Literal["screen", "json"], FORMAT] = "screen",
) -> int:
    """The command; exit code 1 if any address is not correct, DNS proves that its domain receives no mail, or there is
    none and none can be told.
    """
    if not addresses:
        return _look_up(agency, registry, dns, general, format_)
    wanted = [line for address in addresses for line in (address_lines() if address == "-" else [address])]
    if not wanted:
        raise RequestError(_NONE)
    ask = None
    if dns.dns:
        from .dns import look_up_by

        ask = look_up_by(dns, verbose=general.verbose)
    agencies, domains = _loaded(registry)
    checks = [check_address(address, **agency._asdict(), domains=domains, registry=agencies) for address in wanted]
    if ask is not None:
        checks = ask_for_domains(checks, ask)
    if format_ == "json":
        from ..machine.json_list import address_objects

        write_bytes([address_objects(checks, LANG).encode("utf-8", "replace")])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.address import address_document, addresses_document

        if len(checks) > 1 and not general.verbose:
            documents = [addresses_document(checks)]
        else:
            documents = [address_document(check, has_groups=general.verbose) for check in checks]
        style = style_of(sys.stdout, general.color)
        write_text("\n".join(render_screen(document, LANG, style) for document in documents))
    return 0 if all(check.passes for check in checks) else 1


def _loaded(registry: RegistryOptions) -> "tuple[Registry | None, Domains]":
    """The registry and the domains in force, which are said."""
    agencies, domains = registry.load(), policy().domains
    if agencies is not None or domains != PUBLISHED:
        from .reading import say_domains, say_registry

        say_domains(domains)
        say_registry(agencies)
    return agencies, domains


def _look_up(
    agency: AgencyOptions, registry: RegistryOptions, dns: DnsOptions, general: GeneralOptions, format_: str
) -> int:
    """The address that the registry and what is known of the agency lead to; exit code 1 where none can be told."""
    if not (agency.code or agency.name or agency.issued or agency.website):
        raise RequestError(_NONE)
    if dns.dns:
        raise RequestError(_NO_DNS)
    from ..checks.address_lookup import look_up_address

    agencies, domains = _loaded(registry)
    found = look_up_address(domains=domains, registry=agencies, **agency._asdict())
    if format_ == "json":
        from ..machine.json_list import lookup_objects

        write_bytes([lookup_objects(found, LANG).encode("utf-8", "replace")])
    else:
        from ..report.render.screen import render_screen
        from ..report.views.address_lookup import lookup_document

        write_text(render_screen(lookup_document(found), LANG, style_of(sys.stdout, general.color)))
    return 0 if found.certainty.has_address else 1
