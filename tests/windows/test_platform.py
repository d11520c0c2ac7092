"""What only a Windows can show: a helper whose starter is killed, and the variable of Python over our UTF-8."""

from tests.support import run
from tests.windows.wine import Windows


def test_a_helper_ends_with_who_started_it(windows: Windows) -> None:
    done = windows.python("orphan.py")
    assert (done.code, done.out.split()) == (0, [b"ran", b"ended"]), done


def test_python_s_own_variable_rules_over_utf_8(windows: Windows) -> None:
    variables = {"PYTHONIOENCODING": "cp874"}
    here = run("explain", "B1", env=variables).stdout.encode("utf-8", "surrogateescape")
    assert "กลุ่ม" in here.decode("cp874")
    assert windows.with_variables(variables).run("explain", "B1").out == here
