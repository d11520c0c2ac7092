"""What pandera on polars needs to say which addresses have none of the three forms, and which codes are none."""

import sys
from pathlib import Path

import pandera.polars as pa
import polars as pl
from pandera.errors import SchemaErrors

RIGHT = r"^saraban(_0[2-6][0-9]{6}@dla\.go\.th|-[a-z0-9-]+@lgo\.mail\.go\.th|@[a-z0-9.-]+\.(com|(go|or|ac|mi)\.th))$"
CODE = r"^0?[2-6][0-9]{6}$"
schema = pa.DataFrameSchema(
    {
        "อีเมลกลาง": pa.Column(str, pa.Check.str_matches(RIGHT)),
        "รหัส อปท.": pa.Column(str, pa.Check.str_matches(CODE)),
    }
)
path = Path(sys.argv[1])
if path.suffix == ".xlsx":
    table = pl.read_excel(path, read_options={"header_row": 3, "dtypes": "string"})
else:
    table = pl.read_csv(path, infer_schema=False)
try:
    schema.validate(table, lazy=True)
except SchemaErrors as found:
    print(found.failure_cases.group_by("column").len())
