"""Who is let in: a secret in the opened address, or a password where others can reach this, then a cookie."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time

#: scrypt as OWASP advises for passwords: 2^15 × 8 × 3 needs 32 MiB and about a tenth of a second.
_COST = {"n": 2**15, "r": 8, "p": 3, "maxmem": 2**26}
#: Wrong passwords in a row after which each further try has to wait, and the seconds by which the wait grows.
_FREE_TRIES, _MORE = 3, 2.0
_LONGEST_WAIT = 300.0


class Door:
    """The secrets of one run; none of them is written anywhere."""

    def __init__(self, port: int, password: str = "") -> None:
        self.token = secrets.token_urlsafe(32)
        self._cookie = secrets.token_urlsafe(32)
        #: Cookies know no ports: the name keeps two workspaces on one machine apart.
        self.name = f"regesta-{port}"
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(password) if password else b""
        self._wrong = 0
        self._not_before = 0.0

    @property
    def asks_password(self) -> bool:
        """Whether a password opens the door, and the token does not."""
        return bool(self._hash)

    def knows(self, cookie: str) -> bool:
        """Whether this cookie was handed out in this run."""
        return hmac.compare_digest(cookie.encode(), self._cookie.encode())

    def opens(self, token: str) -> bool:
        """Whether the token of the opened address is the right one."""
        return not self._hash and hmac.compare_digest(token.encode(), self.token.encode())

    def wait(self) -> float:
        """Seconds until a password may be tried again."""
        return max(0.0, self._not_before - time.monotonic())

    def try_password(self, password: str) -> bool:
        """Whether the password is right; each wrong one makes the next wait longer, whoever tries it."""
        if not self._hash or self.wait():
            return False
        if hmac.compare_digest(self._hashed(password), self._hash):
            self._wrong = 0
            return True
        self._wrong += 1
        if self._wrong >= _FREE_TRIES:
            wait = min(_LONGEST_WAIT, _MORE ** (self._wrong - _FREE_TRIES + 1))
            self._not_before = time.monotonic() + wait
        return False

    def set_cookie(self) -> str:
        """The header that hands the cookie out: no script reads it, and no other site sends it."""
        return f"{self.name}={self._cookie}; Path=/; HttpOnly; SameSite=Strict"

    def _hashed(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode("utf-8"), salt=self._salt, **_COST)
