"""Which agencies were probably upgraded (ยกฐานะ): the same name in the same district under another kind.

decisions: Codes: an อบต. that becomes a เทศบาล gets a new code, and the old address carries the old type digit.
An อบต. and a เทศบาล of one name may stand side by side in a district (561 names do), so while the old
code is still in the registry, the other one is a neighbour and no evidence.
"""

from ..address.codes import has_type_of, is_possible, province_of
from ..model.record import AgencyRecord, Kind
from ..model.registry import RegistryEntry, Upgrade, UpgradeEvidence
from .registry import Registry


def new_status(registry: Registry, old_code: str, record: AgencyRecord) -> RegistryEntry | None:
    """The agency that the bearer of an old code has become; None where the registry gives no evidence.

    A new kind ranks above the old one: its type digits are lower (`06` อบต. … `03` เทศบาลนคร).
    """
    if registry.find(old_code) is not None or not record.name.strip():
        return None
    same = _same_name(registry, old_code, record)
    if any(entry.kind.type_digits == old_code[:2] for entry in same):
        return None  # the agency stands there as what it was: then the code is mistyped
    found = [entry for entry in same if outranks(entry.kind, old_code)]
    return found[0] if len(found) == 1 else None


def is_newer_than(registry: Registry, code: str, record: AgencyRecord) -> bool:
    """Whether an agency's code is not in the registry because the registry lags: there it still has a lower kind."""
    if registry.find(code) is not None or not record.name.strip():
        return False
    same = _same_name(registry, code, record)
    return bool(same) and all((entry.kind.type_digits or "") > code[:2] for entry in same)


def probable_upgrade(registry: Registry | None, code_in_address: str | None, record: AgencyRecord) -> Upgrade | None:
    """Whether an agency was probably upgraded, judged by its address, its row, and a registry if there is one."""
    code, kind = code_in_address or record.code, record.kind
    if code is None or not is_possible(code) or (kind is not None and kind.type_digits is None):
        return None
    entry = None if registry is None else registry.find(code)
    if registry is not None and entry is None and (new := new_status(registry, code, record)) is not None:
        return Upgrade(code, new.kind, new.code, UpgradeEvidence.REGISTRY)
    if entry is not None and kind is not None and entry.kind != kind:
        # where the code's type is not the row's, it is a living neighbour's of the same name perhaps
        return Upgrade(code, entry.kind, None, UpgradeEvidence.KIND) if has_type_of(code, kind) else None
    if kind is None or not outranks(kind, code):
        return None
    new_code = record.code if record.code is not None and has_type_of(record.code, kind) else None
    return Upgrade(code, kind, new_code, UpgradeEvidence.CODE)


def outranks(kind: Kind, code: str) -> bool:
    """Whether a kind ranks above that of a code's type digits: an upgrade leads from อบต. to เทศบาล, never back."""
    return kind.type_digits is not None and "02" < kind.type_digits < code[:2]


def _same_name(registry: Registry, code: str, record: AgencyRecord) -> tuple[RegistryEntry, ...]:
    """The agencies of the record's name in its district; where none is given, digits 3 to 6 of the code tell it."""
    found = registry.same_name(record._replace(province=record.province or province_of(code)))
    return found if record.amphoe.strip() else tuple(entry for entry in found if entry.code[2:6] == code[2:6])
