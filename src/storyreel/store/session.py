"""Connections and transactions on the database, and its way up through the migrations."""

import psycopg
from psycopg.errors import DiskFull
from sqlalchemy import Connection, Engine, ExceptionContext, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import NullPool

from storyreel.kit.errors import StorageError
from storyreel.kit.settings import Settings
from storyreel.store.server import ensure_server

Sessions = sessionmaker[Session]

NEWEST = "store_0003"
"""The revision this Storyreel works with; a test holds it to the newest file in `migrations`."""
MIGRATION_LOCK = 0x53_54_4F_52_59  # "STORY": only one process migrates a database at a time


def database_url(settings: Settings) -> str:
    """The URL of the database in use: the operator's server, or the running embedded one."""
    if settings.database_url is None:
        return ensure_server(settings.home)
    try:
        url = make_url(settings.database_url.get_secret_value())
    except ArgumentError as error:
        raise StorageError(
            "STORYREEL_DATABASE_URL is not the address of a database.",
            next_step="Write it as postgresql://USER:PASSWORD@HOST/DATABASE, or unset it.",
        ) from error
    if url.get_backend_name() not in ("postgresql", "postgres"):
        raise StorageError(
            f"STORYREEL_DATABASE_URL names a {url.get_backend_name()} database; Storyreel needs PostgreSQL.",
            next_step="Write it as postgresql://USER:PASSWORD@HOST/DATABASE, or unset it.",
        )
    return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)


def open_engine(url: str, *, pool_size: int = 4) -> Engine:
    """An engine whose connections are tried before use, so that a restarted server is not noticed.

    A full disk under the database comes out of it as a StorageError.
    """
    engine = create_engine(url, pool_size=pool_size, max_overflow=4, pool_pre_ping=True)
    event.listen(engine, "handle_error", _explain_full_disk)
    return engine


def _explain_full_disk(context: ExceptionContext) -> None:
    if isinstance(context.original_exception, DiskFull):
        raise StorageError(
            f"The disk under the database is full: {context.original_exception.diag.message_primary}.",
            next_step="Free some space and run the command again; nothing finished is lost.",
        ) from context.original_exception


def open_sessions(engine: Engine) -> Sessions:
    """The factory of transactions: `with sessions.begin() as session:` commits or rolls back whole."""
    return sessionmaker(engine, expire_on_commit=False)


def migrate(url: str) -> None:
    """Bring the database to the newest revision; nothing happens when it is there already.

    Safe in several processes at once. Raises StorageError when it cannot be reached or was made
    by a newer Storyreel.
    """
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": MIGRATION_LOCK})
            if not _is_newest(connection):
                # Loaded only here: Alembic takes most of a second, and a database is rarely old.
                from storyreel.store.migrations.steps import upgrade

                upgrade(connection)
                connection.commit()
    except (OperationalError, psycopg.OperationalError) as error:
        address = make_url(url).set(drivername="postgresql").render_as_string()
        reason = str(error.__cause__ or error).strip().splitlines()[0].rstrip(".")
        raise StorageError(
            f"The database {address} cannot be used: {reason}.",
            next_step="Check STORYREEL_DATABASE_URL, or unset it to use the embedded server.",
        ) from error
    finally:
        engine.dispose()


def _is_newest(connection: Connection) -> bool:
    known = connection.execute(text("SELECT to_regclass('alembic_version')")).scalar()
    if known is None:
        return False
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == NEWEST
