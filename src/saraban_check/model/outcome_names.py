"""What stands for having no group, as people read it."""

from .assessment import OUTSIDE, UNDETERMINED
from .text import Text

OUTCOME_NAMES = {
    OUTSIDE: Text("นอกตาราง", "outside the table"),
    UNDETERMINED: Text("ยังระบุไม่ได้", "undetermined"),
}
