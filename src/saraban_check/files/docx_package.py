"""What every Word document of this program holds, and how its parts are packed: the same bytes for the same parts."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from ..report.marks import PACKAGE_MARK

FONT = "TH SarabunPSK"
ALSO_NAMED = "TH SarabunIT๙,TH Sarabun New"
"""The same letters under the names that other computers have them by."""
BODY_PART = "word/document.xml"
FONT_PART = "word/fontTable.xml"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
FONT_TABLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    f'<w:font w:name="{FONT}"><w:altName w:val="{ALSO_NAMED}"/><w:charset w:val="DE"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font></w:fonts>'
)
"""What Word takes where the font is not installed."""
SETTINGS_PART = "word/settings.xml"
SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:bidi="th-TH"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The document of these parts, in their order, at a time that is always the same."""
    archived = BytesIO()
    with zipfile.ZipFile(archived, "w") as archive:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            if not archive.filelist:
                info.extra = PACKAGE_MARK
            archive.writestr(info, data)
    return archived.getvalue()
