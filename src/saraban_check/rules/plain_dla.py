"""An address of the form `dla` that fits its agency, typed without any blemish: nine of ten are, so they are settled
before any rule is asked, and where there is one address only no rule is loaded.
"""

from typing import TYPE_CHECKING

from ..address.codes import has_type_of, is_eight_digits, is_possible
from ..model.record import AgencyRecord
from ..model.verdict import AddressState, AddressVerdict, Form

if TYPE_CHECKING:
    from ..registry.registry import Registry


def plain_dla(cell: str, record: AgencyRecord, registry: "Registry | None") -> AddressVerdict | None:
    """The verdict on such an address, in the light of the agency's record and the registry; None for any other."""
    code = record.code
    if code is None:
        code = cell[8:16]
        if not (is_eight_digits(code) and is_possible(code)):
            return None
    if cell != f"saraban_{code}@dla.go.th":
        return None
    kind, province = record.kind, record.province
    fits = kind is None or (has_type_of(code, kind) and kind.only_code in (None, code))
    fits = fits and (province is None or province.code == code[2:4])
    if fits and (registry is None or registry.confirms(code, record.name)):
        return AddressVerdict(cell, cell, Form.DLA, AddressState.CORRECT)
    return None
