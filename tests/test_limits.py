"""The limits of time that other tests are held by can be broken: by work here, by that of a helper, and by idling."""

import subprocess
import sys

import pytest
from tests.limits import at_most
from tests.prefork import Limits, Prefork
from tests.support import environment

_BUSY = "sum(range(10_000_000))"
_SERVER = """
import sys, time
from tests import prefork
prefork._warm = lambda: None
prefork._run = lambda fds, args, env, cwd: exec(args[0])
prefork.serve(int(sys.argv[1]))
"""


def test_work_beyond_the_limit_is_seen_here_and_in_a_process_that_has_ended() -> None:
    with pytest.raises(AssertionError, match="CPU seconds"), at_most(0.05):
        eval(_BUSY)
    with pytest.raises(AssertionError, match="CPU seconds"), at_most(0.05):
        subprocess.run([sys.executable, "-c", _BUSY], check=True)
    with at_most(0.5):
        pass


class Soon(Limits):
    """With less patience for what takes no processor time."""

    wait = 0.3


@pytest.mark.parametrize(("does", "limits"), [("while True: pass", Limits(1)), ("time.sleep(600)", Soon(60))])
def test_a_run_that_works_or_idles_beyond_its_limit_is_stopped(does: str, limits: Limits) -> None:
    server = Prefork(_SERVER)
    try:
        with pytest.raises(subprocess.TimeoutExpired):
            server.run([does], b"", environment(), ".", limits)
    finally:
        server.close()
