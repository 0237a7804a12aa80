"""The way up through the revisions, by Alembic."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection

from storyreel.kit.errors import StorageError

MIGRATIONS = Path(__file__).parent


def upgrade(connection: Connection) -> None:
    """Run the missing revisions. Raises StorageError when the database knows newer ones."""
    config = migration_config()
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        known = ScriptDirectory.from_config(config).get_current_head()
        raise StorageError(
            f"The database was made by a newer Storyreel (this one knows up to {known}): {error}.",
            next_step="Upgrade Storyreel, or use another STORYREEL_HOME.",
        ) from error


def migration_config() -> Config:
    """Alembic's settings, made here so that no alembic.ini is needed."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
