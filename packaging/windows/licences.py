"""licences.txt: what is in the folder, under which licences, and all their texts."""

from collections.abc import Iterable, Iterator, Sequence

from interpreter import Interpreter
from wheels import Wheel

_LINE = "=" * 100
_PYTHON_TEXT = "LICENSE.txt"
_HEAD = """\
สัญญาอนุญาตของสิ่งที่อยู่ในโฟลเดอร์นี้ (รายการก่อน แล้วตามด้วยข้อความเต็มทุกฉบับ)
Licences of what is in this folder: the list first, then every text in full.

"""
_MICROSOFT = """\
vcruntime140.dll, vcruntime140_1.dll and msvcp140*.dll are Microsoft's Visual C++ runtime, handed on with Python and
with these packages as Distributable Code; its conditions are in Python's text below.
"""


def licences(wheels: Sequence[Wheel], launcher: Wheel, python: Interpreter) -> str:
    """The text. `launcher` is the wheel that saraban-check.exe is from."""
    named = sorted(wheels, key=lambda wheel: wheel.name)
    rows = [("Python", python.version, "PSF-2.0"), *((w.name, w.version, w.licence()) for w in named)]
    rows.append((f"saraban-check.exe ({launcher.name})", launcher.version, launcher.licence()))
    texts = [("Python", {_PYTHON_TEXT: python.files[_PYTHON_TEXT].decode()})]
    texts.extend((wheel.name, wheel.licence_texts()) for wheel in [*named, launcher])
    listed = "".join(f"{name:<32}{version:<20}{licence}\n" for name, version, licence in rows)
    return f"{_HEAD}{listed}\n{_MICROSOFT}{''.join(_once(texts))}"


def _once(texts: Iterable[tuple[str, dict[str, str]]]) -> Iterator[str]:
    """Each text under what it belongs to; one that stood before is only named."""
    first: dict[str, str] = {}
    for name, own in texts:
        if not own:
            yield f"\n{_LINE}\n{name}: no text came with it\n"
        for file, text in sorted(own.items()):
            bare = "\n".join(line.rstrip() for line in text.splitlines()).strip()
            here = f"{name}: {file}"
            before = first.setdefault(bare, here)
            yield f"\n{_LINE}\n{here}\n"
            yield f"\n{bare}\n" if before == here else f"the same text as {before}\n"
