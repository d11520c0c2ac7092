"""How far the dialogue of two mail systems had come when one refused: what it refused follows from that."""

from enum import Enum


class Stage(Enum):
    """A stage of an SMTP dialogue (RFC 5321 section 3), in its order (decisions: Delivery)."""

    CONNECT = "connect"
    GREETING = "greeting"
    SENDER = "sender"
    RECIPIENT = "recipient"
    DATA = "data"
    END_OF_DATA = "end-of-data"
    UNKNOWN = "unknown"

    @property
    def is_before_recipient(self) -> bool:
        """Whether no recipient had been named: a code of an address is then not about one."""
        return self in (Stage.CONNECT, Stage.GREETING, Stage.SENDER)

    @property
    def is_after_recipient(self) -> bool:
        """Whether the recipient had been accepted: the letter may even have arrived."""
        return self in (Stage.DATA, Stage.END_OF_DATA)
