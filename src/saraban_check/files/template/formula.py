"""The check by formula: a first look at the form of an address, in functions that Excel 2016 and LibreOffice know.

It says right or wrong only where `check_address` says the same of the row; else it says that it is not sure.
"""

from ...reference.column_letters import letters_of
from .columns import letter, place
from .lists import LONGEST, list_cells, verdict_cell

_LETTERS = '"abcdefghijklmnopqrstuvwxyz0123456789._-@"'
_DIGITS = '"0123456789"'
_NOUGHT = 'N("_xlfn.")'
"""0. XlsxWriter looks for thirty newer functions in each formula, 13 ms in one of this length, unless it holds that."""


def _if(*steps: str) -> str:
    """`condition, value, condition, value, …, value otherwise` as one nested IF."""
    if len(steps) == 1:
        return steps[0]
    return f"IF({steps[0]},{steps[1]},{_if(*steps[2:])})"


def _among(value: str, name: str) -> str:
    """Whether a list holds a value; unlike MATCH it takes `*` and `?` for what they are."""
    return f"SUMPRODUCT(--({list_cells(name)}={value}))>0"


def _ends_in(value: str, name: str) -> str:
    """Whether a value ends in one of a list."""
    cells = list_cells(name)
    return f"SUMPRODUCT(--(RIGHT({value},LEN({cells}))={cells}))>0"


def _holds(value: str, *parts: str) -> str:
    """Whether a text holds one of the parts."""
    return f"SUMPRODUCT(--ISNUMBER(FIND({{{','.join(_quoted(part) for part in parts)}}},{value})))>0"


def _only(value: str, letters: str, first: int, most: int) -> str:
    """Whether the letters of a text, from `first` on and `most` of them, are all of these.

    Behind its end stand letters that are: LibreOffice, unlike Excel, does not find the empty text in a text.
    """
    shift = f"+{first - 1}" if first > 1 else ""
    filled = f"{value}&REPT({_quoted(letters[1])},{LONGEST})"
    return f"SUMPRODUCT(--ISERROR(FIND(MID({filled},{list_cells('position', most)}{shift},1),{letters})))=0"


def _quoted(text: str) -> str:
    return f'"{text}"'


def check_formula(row: int) -> str:
    """The formula for a row (2 = the first below the headings)."""
    cells = {name: f"${letter(name)}{row}" for name in ("code", "name", "kind", "province", "website", "address")}
    first, before = f"$A{row}", letters_of(place("") - 1)
    after, last = letters_of(place("") + 1), letter("remark")
    address = f"LOWER(TRIM({cells['address']}))"
    local = f'LEFT({address},FIND("@",{address})-1)'
    domain = f'MID({address},FIND("@",{address})+1,99)'
    ats = f'LEN({address})-LEN(SUBSTITUTE({address},"@",""))'
    steps = _if(
        f"COUNTA({first}:${before}{row},${after}{row}:${last}{row})={_NOUGHT}",
        '""',
        f'OR({address}="",{_among(address, "none")})',
        verdict_cell("blank"),
        f"OR(LEN({address})>{LONGEST},NOT({_only(address, _LETTERS, 1, LONGEST)}))",
        verdict_cell("odd"),
        f"{ats}=0",
        verdict_cell("no_at"),
        f"{ats}>1",
        verdict_cell("two_at"),
        f'RIGHT({address})="."',
        verdict_cell("odd"),
        f'AND(ISNUMBER(FIND(LEFT({address}),"0123456789-")),ISNUMBER(FIND("saraban",{address})))',  # a list mark?
        verdict_cell("odd"),
        f'OR(LEFT({address})=".",{_holds(address, "..", "@.", ".@")})',
        verdict_cell("dots"),
        f'LEFT({domain},2)="ww"',
        verdict_cell("www"),
        f'{domain}="dla.go.th"',
        _dla(address, local, cells),
        f'{domain}="lgo.mail.go.th"',
        _lgo(address, local),
        f'{domain}="mail.go.th"',
        verdict_cell("provider"),
        _among(domain, "free"),
        verdict_cell("free"),
        _among(f'LEFT({domain},FIND(".",{domain}&".")-1)', "free_name"),
        verdict_cell("free_name"),
        _own(local, domain, cells["website"]),
    )
    return f"=IFERROR({steps},{verdict_cell('unread')})"


def _dla(address: str, local: str, cells: dict[str, str]) -> str:
    """`saraban_` and the code, which is also compared with the code, kind and province of the row."""
    own = f'RIGHT("0"&TRIM({cells["code"]}),8)'
    name = f'SUBSTITUTE(SUBSTITUTE(TRIM({cells["province"]}),"จังหวัด",""),"จ.","")'
    index = f"MATCH({name},{list_cells('province')},0)"
    return _if(
        f'LEFT({local},8)<>"saraban_"',
        verdict_cell("dla"),
        f"OR(LEN({local})<>16,NOT({_only(address, _DIGITS, 9, 8)}))",
        verdict_cell("digits"),
        f"NOT({_among(f'MID({address},9,2)', 'type_digits')})",
        verdict_cell("type"),
        f"NOT({_among(f'MID({address},11,2)', 'dla_province')})",
        verdict_cell("province"),
        _among(f"TRIM({cells['kind']})", "uncoded_kind"),
        verdict_cell("uncoded"),
        f'AND({cells["code"]}<>"",NOT({is_code(own)}))',
        verdict_cell("code_cell"),
        f'AND({cells["code"]}<>"",{own}<>MID({address},9,8))',
        verdict_cell("other_code"),
        f'AND({cells["kind"]}&{cells["name"]}<>"",(MID({address},9,2)="02")<>{_is_provincial(cells)})',
        verdict_cell("other_kind"),
        f"IFERROR(INDEX({list_cells('province_code')},{index}),MID({address},11,2))<>MID({address},11,2)",
        verdict_cell("other_province"),
        verdict_cell("ok"),
    )


def _is_provincial(cells: dict[str, str]) -> str:
    """Whether it is an อบจ., which no other kind becomes: by its kind, else by the beginning of its name."""
    kind = f'IF({cells["kind"]}="",TRIM({cells["name"]}),TRIM({cells["kind"]}))'
    return f'OR(LEFT({kind},3)="อบจ",LEFT({kind},24)="องค์การบริหารส่วนจังหวัด")'


def is_code(text: str) -> str:
    """Whether a text is a possible DLA code: 8 digits, of which type and province exist (decisions: Codes).

    Short enough for a validation, which holds 255 letters.
    """
    types, codes = list_cells("type_digits"), list_cells("dla_province")
    return (
        f"AND(LEN({text})=8,ISNUMBER(MATCH(LEFT({text},2),{types},0)),ISNUMBER(MATCH(MID({text},3,2),{codes},0)),"
        f'IFERROR(TEXT(--RIGHT({text},4),"0000")=RIGHT({text},4),FALSE))'
    )


def _lgo(address: str, local: str) -> str:
    """`saraban-` and a name."""
    rest = f"MID({local},9,99)"
    return _if(
        f'OR(LEFT({local},8)<>"saraban-",{rest}="",{_holds(f"LEFT({rest})", "-", "_", ".")})',
        verdict_cell("lgo"),
        _only(rest, _DIGITS, 1, LONGEST),
        f"IF(LEN({rest})=8,{verdict_cell('coded_lgo')},{verdict_cell('number_lgo')})",
        verdict_cell("ok"),
    )


def _own(local: str, domain: str, cell: str) -> str:
    """`saraban@` and the domain of the website, as far as the website's cell can be read."""
    bare = f'SUBSTITUTE(SUBSTITUTE(LOWER(TRIM({cell})),"https://",""),"http://","")'
    host = f'LEFT({bare},FIND("/",{bare}&"/")-1)'
    host = f'MID({host},1+4*(LEFT({bare},4)="www."),99)'
    stands = (
        f"AND({_ends_in(host, 'plain_suffix')},"
        f'OR(RIGHT("."&{domain},LEN({host})+1)="."&{host},RIGHT("."&{host},LEN({domain})+1)="."&{domain}))'
    )
    slip = f"MATCH({domain},{list_cells('slip')},0)"
    on_website = _if(
        f'{local}<>"saraban"',
        verdict_cell("own"),
        f'OR(LEFT({domain})="-",{_holds(domain, "_", "--", "-.", ".-")})',
        verdict_cell("odd"),
        verdict_cell("ok"),
    )
    return _if(
        stands,
        on_website,
        f"ISNUMBER({slip})",
        f"{verdict_cell('slip')}&INDEX({list_cells('meant')},{slip})",
        f'{local}<>"saraban"',
        verdict_cell("own"),
        f"NOT({_ends_in(domain, 'suffix')})",
        verdict_cell("suffix"),
        f"NOT({_ends_in(domain, 'plain_suffix')})",
        verdict_cell("com"),
        f'TRIM({cell})=""',
        verdict_cell("no_website"),
        verdict_cell("website"),
    )
