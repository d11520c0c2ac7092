"""Run by the Windows Python: end a process that started a helper which never answers; print how the helper did."""

import ctypes
import subprocess
import sys
import time

if len(sys.argv) > 1:
    from saraban_check.intake.helper import Helper

    print(Helper("timeit", "-n1", "-r1", "while True: pass")._started().pid, flush=True)
    time.sleep(60)
    sys.exit()
_SYNCHRONIZE, _SIGNALLED = 0x100000, 0
kernel = ctypes.windll.kernel32  # type: ignore[attr-defined]
kernel.OpenProcess.restype = ctypes.c_void_p
with subprocess.Popen([sys.executable, __file__, "main"], stdout=subprocess.PIPE) as main:
    helper = ctypes.c_void_p(kernel.OpenProcess(_SYNCHRONIZE, 0, int(main.stdout.readline())))  # type: ignore[union-attr]
    ran = kernel.WaitForSingleObject(helper, 0) != _SIGNALLED
    main.kill()
    ended = kernel.WaitForSingleObject(helper, 5000) == _SIGNALLED
print("ran" if ran else "did not run", "ended" if ended else "goes on")
