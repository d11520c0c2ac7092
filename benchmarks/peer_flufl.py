"""The same mailbox with flufl.bounce: how many of its messages it finds a recipient in."""

import logging
import sys
from email.message import Message
from mailbox import mbox

from flufl.bounce import all_failures

logging.disable()


def is_recognised(mail: Message) -> bool:
    try:
        return any(all_failures(mail))
    except Exception:  # 8-bit headers, mostly
        return False


messages = recognised = 0
for mail in mbox(sys.argv[1], create=False):
    messages += 1
    recognised += is_recognised(mail)
print(messages, recognised)
