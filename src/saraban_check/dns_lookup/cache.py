"""Answers on disk, each as long as it holds, negative ones too; those of one resolver are never used for another.

SQLite, so that two runs at a time do each other no harm. The cache is a convenience: where it cannot be used there
is none, a damaged one is thrown away, and a file that is something else is left alone.
"""

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from ..model.delivery import DnsReason, DomainAnswer, Reception
from .cache_file import APPLICATION_ID, is_ours, throw_away
from .options import CacheNote
from .outcome import Concluded

_LONGEST, _LONGEST_NEGATIVE = 86_400, 10_800
"""A day, and the three hours that RFC 2308 section 5 finds sensible for what is not there; in seconds."""

_BATCH = 500
_BUSY = 2.0
_SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    resolver TEXT NOT NULL, domain TEXT NOT NULL, asked REAL NOT NULL, expires REAL NOT NULL,
    reception TEXT NOT NULL, reason TEXT NOT NULL, mail_servers TEXT NOT NULL, spf INTEGER, dmarc INTEGER,
    PRIMARY KEY (resolver, domain)
) WITHOUT ROWID
"""
_GET = (
    "SELECT reception, reason, mail_servers, spf, dmarc FROM answers"
    " WHERE resolver = ? AND domain = ? AND asked <= ? AND expires > ?"
)
_PUT = (
    "INSERT OR REPLACE INTO answers (resolver, domain, asked, expires, reception, reason, mail_servers, spf, dmarc)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)

Row = tuple[str, str, float, float, str, str, str, int | None, int | None]


def open_cache(file: Path, resolver: str, on_note: Callable[[CacheNote], None] | None) -> "Cache | None":
    """The cache in a file, made if need be; None where there can be none."""
    note = on_note or _ignore
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not is_ours(file):
            note(CacheNote(False, file, is_other=True))
            return None
        try:
            return Cache(file, resolver, note)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            throw_away(file)
            note(CacheNote(True, file))
            return Cache(file, resolver, note)
    except (OSError, sqlite3.Error):
        note(CacheNote(False, file))
        return None


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file is no database, or a broken one; not whether it is busy, or may not be written."""
    code: int | None = getattr(error, "sqlite_errorcode", None)  # not every error comes from SQLite itself
    if code is None:
        return False
    return code & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "no such column" in str(error)


def _ignore(note: CacheNote) -> None:
    """Nobody wants to know."""


class Cache:
    """The answers of one resolver. Raises sqlite3.Error where the file cannot be used."""

    def __init__(
        self,
        file: Path,
        resolver: str,
        on_note: Callable[[CacheNote], None] = _ignore,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._file, self._resolver, self._on_note, self._clock = file, resolver, on_note, clock
        self._new: list[Row] = []
        self._is_read = True
        self._database: sqlite3.Connection | None = sqlite3.connect(file, timeout=_BUSY, isolation_level=None)
        try:
            self._database.execute("BEGIN IMMEDIATE")  # whoever looks at the file sees nothing of it, or all
            if self._database.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
                self._database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._database.execute(_SCHEMA)
            self._database.execute(_GET, ("", "", 0, 0)).fetchall()
            self._database.execute("DELETE FROM answers WHERE expires <= ? OR asked > ?", (clock(), clock()))
            self._database.execute("COMMIT")
        except sqlite3.Error:
            self._database.close()
            raise

    def get(self, domain: str) -> DomainAnswer | None:
        """The answer that still holds. One from the future is none: the clock was set back."""
        if self._database is None or not self._is_read:
            return None
        now = self._clock()
        try:
            row = self._database.execute(_GET, (self._resolver, domain, now, now)).fetchone()
            return None if row is None else _answer(domain, row)
        except (ValueError, TypeError, AttributeError):
            self._give_up()
        except sqlite3.Error as error:
            if _is_damage(error):
                self._give_up()
            else:  # somebody else has it: that was waited for once, and must not be for each domain
                self._is_read = False
                self._on_note(CacheNote(False, self._file))
        return None

    def put(self, concluded: Concluded) -> None:
        """Remember an answer as long as it holds."""
        answer, ttl = concluded
        longest = _LONGEST if answer.reception is Reception.CAN else _LONGEST_NEGATIVE
        now = self._clock()
        servers = " ".join(answer.mail_servers)
        texts = (answer.reception.value, answer.reason.value, servers)
        self._new.append(
            (self._resolver, answer.domain, now, now + min(ttl, longest), *texts, answer.spf, answer.dmarc)
        )
        if len(self._new) >= _BATCH:
            self._write()

    def _write(self) -> None:
        if self._database is not None and self._new:
            try:
                self._database.execute("BEGIN IMMEDIATE")
                self._database.executemany(_PUT, self._new)
                self._database.execute("COMMIT")
            except sqlite3.Error as error:
                with suppress(sqlite3.Error):
                    self._database.execute("ROLLBACK")
                if _is_damage(error):
                    self._give_up()
        self._new.clear()

    def _give_up(self) -> None:
        """The file turned out to be damaged."""
        if self._database is not None:
            self._database.close()
            self._database = None
            with suppress(OSError):
                if is_ours(self._file):
                    throw_away(self._file)
                    self._on_note(CacheNote(True, self._file))

    def close(self) -> None:
        """Write what is new, and close."""
        self._write()
        if self._database is not None:
            self._database.close()
            self._database = None


def _answer(domain: str, row: tuple[str, str, str, int | None, int | None]) -> DomainAnswer:
    """An answer as it was remembered. Raises ValueError, TypeError or AttributeError where it makes no sense."""
    reception, reason, mail_servers, spf, dmarc = row
    known = (None if value is None else bool(value) for value in (spf, dmarc))
    return DomainAnswer(domain, Reception(reception), DnsReason(reason), tuple(mail_servers.split()), *known)
