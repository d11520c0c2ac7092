"""What csvkit needs for the rows whose address has none of the three forms: `csvgrep` with our pattern."""

import sys

from csvkit.utilities.csvgrep import CSVGrep

RIGHT = r"^saraban(_0[2-6][0-9]{6}@dla\.go\.th|-[a-z0-9-]+@lgo\.mail\.go\.th|@[a-z0-9.-]+\.(com|(go|or|ac|mi)\.th))$"
CSVGrep(["--columns", "อีเมลกลาง", "--regex", RIGHT, "--invert-match", sys.argv[1]]).run()
