"""Which errors of PostgreSQL's mean that it is away, and after which a transaction is retried."""

from __future__ import annotations

import asyncpg

AWAY = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.TooManyConnectionsError,
    asyncpg.IdleInTransactionSessionTimeoutError,
)
"""A connection can't be made, or was lost: the database is restarting, full, or out of reach."""

COLLISIONS = (
    asyncpg.DeadlockDetectedError,
    asyncpg.SerializationError,
    asyncpg.LockNotAvailableError,
)
"""Another transaction was in the way; this one was undone as a whole."""

FAILURES = (
    *AWAY,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    # The driver's message if a connection breaks while a statement is being cancelled.
    asyncpg.InternalClientError,
)
"""All errors that the driver raises."""


def is_away(error: BaseException) -> bool:
    """Return whether an error says that the connection can't be made or was lost."""
    if isinstance(error, asyncpg.InterfaceError):
        return "clos" in str(error)  # the connection, or the pool, is closed or closing
    return isinstance(error, (*AWAY, asyncpg.InternalClientError))


def told(error: BaseException) -> str:
    """Return an error's message, on one line; some of the driver's errors have none."""
    text = " ".join(str(error).split())
    if text:
        return text
    return "no answer in time" if isinstance(error, TimeoutError) else type(error).__name__
