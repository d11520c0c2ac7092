"""What only the syntax of the same addresses costs with email-validator."""

import csv
import sys
from collections import Counter
from pathlib import Path

from email_validator import EmailNotValidError, validate_email


def is_valid(address: str) -> bool:
    try:
        validate_email(address, check_deliverability=False)
    except EmailNotValidError:
        return False
    return True


with Path(sys.argv[1]).open(encoding="utf-8", newline="") as file:
    rows = csv.reader(file)
    column = next(rows).index("อีเมลกลาง")
    print(Counter(is_valid(row[column]) for row in rows))
