"""Migrations and connections on a real database."""

import importlib
import pkgutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool

import storyreel
from storyreel.kit.errors import StorageError
from storyreel.kit.settings import load_settings
from storyreel.store.migrations.steps import migration_config
from storyreel.store.session import NEWEST, migrate, open_engine, open_sessions
from storyreel.store.session import database_url as url_in_use
from storyreel.store.tables import metadata


def load_tables_of_all_rooms() -> None:
    for room in pkgutil.iter_modules(storyreel.__path__):
        if find_spec(name := f"storyreel.{room.name}.tables"):
            importlib.import_module(name)


def test_migrations_lead_from_empty_to_the_tables_of_all_rooms(empty_database_url: str) -> None:
    load_tables_of_all_rooms()
    migrate(empty_database_url)
    engine = create_engine(empty_database_url, poolclass=NullPool)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert set(metadata.tables) | {"alembic_version"} == set(inspect(engine).get_table_names())
    engine.dispose()


def test_migrating_again_changes_nothing(database_url: str) -> None:
    engine = open_engine(database_url)
    with open_sessions(engine).begin() as session:
        session.execute(
            text("INSERT INTO packet VALUES ('t', 'p', 1, 'x', 'y', 'k', 'a', '{}', '{}', now())")
        )
    migrate(database_url)
    with open_sessions(engine)() as session:
        assert session.execute(text("SELECT count(*) FROM packet")).scalar_one() == 1
    engine.dispose()


def test_processes_that_migrate_at_once_wait_for_each_other(
    fresh_database: Callable[..., object],
) -> None:
    with fresh_database("template1") as url, ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, [url] * 4))
        engine = create_engine(url, poolclass=NullPool)
        with engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_heads()
        engine.dispose()
        assert found == (ScriptDirectory.from_config(migration_config()).get_current_head(),) == (NEWEST,)


def test_a_database_of_a_newer_version_is_refused(database_url: str) -> None:
    engine = create_engine(database_url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'tomorrow_9999'"))
    engine.dispose()
    with pytest.raises(StorageError, match="newer Storyreel") as caught:
        migrate(database_url)
    assert "Upgrade" in caught.value.next_step


def test_a_server_that_does_not_answer_is_one_clear_sentence(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://someone:secret@/nothing?host={tmp_path}"
    with pytest.raises(StorageError, match="cannot be used") as caught:
        migrate(url)
    assert "secret" not in str(caught.value)
    assert "STORYREEL_DATABASE_URL" in caught.value.next_step


def test_a_connection_that_was_cut_is_replaced(database_url: str) -> None:
    engine = open_engine(database_url)
    other = create_engine(database_url, poolclass=NullPool)
    with engine.connect() as connection:
        pid = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": pid})
    with engine.connect() as connection:
        assert connection.execute(text("SELECT pg_backend_pid()")).scalar_one() != pid
    engine.dispose()
    other.dispose()


def test_a_full_disk_under_the_database_is_one_clear_sentence(module_database_url: str) -> None:
    engine = open_engine(module_database_url)
    full = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
    with engine.connect() as connection, pytest.raises(StorageError, match="could not extend") as caught:
        connection.execute(text(full))
    engine.dispose()
    assert "Free some space" in caught.value.next_step


@pytest.mark.parametrize("scheme", ["postgresql", "postgresql+psycopg", "postgres"])
def test_an_operators_server_is_used_as_it_is_given(scheme: str, tmp_path: Path) -> None:
    settings = load_settings(home=tmp_path, database_url=f"{scheme}://me:p%40ss@db.example:5433/studio")
    assert url_in_use(settings) == "postgresql+psycopg://me:p%40ss@db.example:5433/studio"
    assert list(tmp_path.iterdir()) == []


def test_an_address_of_another_kind_of_database_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="PostgreSQL"):
        url_in_use(load_settings(home=tmp_path, database_url="sqlite:///studio.db"))


def test_the_embedded_server_is_used_when_none_is_given(server_home: Path) -> None:
    url = url_in_use(load_settings(home=server_home, database_url=None))
    engine = open_engine(url)
    with engine.connect() as connection:
        version, fsync = (
            connection.execute(text(f"SHOW {name}")).scalar_one() for name in ("server_version", "fsync")
        )
    engine.dispose()
    assert version.startswith("18")
    assert fsync == "on"
