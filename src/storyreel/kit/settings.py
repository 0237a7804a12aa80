"""What an operator may set, from environment variables that begin with STORYREEL_."""

import os
import tempfile
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storyreel.kit.errors import InputError


def _default_home() -> Path:
    return platformdirs.user_data_path("storyreel")


class Settings(BaseSettings):
    """Where things are kept and what may be used; read it with `load_settings`."""

    model_config = SettingsConfigDict(env_prefix="STORYREEL_", frozen=True, extra="forbid")

    home: Path = Field(default_factory=_default_home)
    """The data folder: database, blobs, weights."""
    database_url: SecretStr | None = None
    """Any PostgreSQL server instead of the embedded one, as postgresql://USER:PASSWORD@HOST/DATABASE."""
    weights_folder: Path | None = Field(default=None, validation_alias="STORYREEL_WEIGHTS")
    """Where model weights are kept instead of inside the home, so that several homes share them."""
    tenant: str = Field(default="default", pattern=r"^[a-z0-9][a-z0-9_-]{0,62}$")
    site_id: str = Field(default="local", min_length=1)
    offline: bool = False
    """Never reach for the network, not even for weights."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    contact: str = Field(default="", max_length=200, pattern=r"^[ -~]*$")
    """An address or page under which an outside service reaches whoever runs this studio."""
    pexels_key: SecretStr | None = None
    pixabay_key: SecretStr | None = None
    openverse_token: SecretStr | None = None
    library: Path | None = None
    """A folder of pictures of many authors, each with its licence beside it, that films may draw on."""
    search_servers: dict[str, str] = Field(default_factory=dict[str, str])
    """Source -> address that stands in for its server, such as a cache of the house."""
    allow_private_addresses: bool = False
    """Let picture sources lie on this machine or in its own network."""

    @field_validator("home", "weights_folder", "library")
    @classmethod
    def _absolute(cls, folder: Path | None) -> Path | None:
        return folder.expanduser().resolve() if folder else None

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, level: Any) -> Any:
        return level.upper() if isinstance(level, str) else level

    @property
    def blobs(self) -> Path:
        """Content-addressed files."""
        return self.home / "blobs"

    @property
    def weights(self) -> Path:
        """Model weights that were fetched and verified."""
        return self.weights_folder or self.home / "weights"

    @property
    def cache(self) -> Path:
        """What outside services answered; it may be deleted at any time."""
        return self.home / "cache"

    @property
    def tmp(self) -> Path:
        """Unfinished files, on the same disk as the finished ones."""
        return self.home / "tmp"

    @property
    def postgres(self) -> Path:
        """The embedded server's data folder."""
        return self.home / "postgres"

    def prepare_home(self) -> None:
        """Make the data folders. Raises InputError when the home cannot be written."""
        try:
            for folder in (self.home, self.blobs, self.weights, self.tmp):
                folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.tmp):
                pass
        except OSError as error:
            raise InputError(
                f"The data folder {self.home} cannot be written: {os.strerror(error.errno or 0)}.",
                next_step="Set STORYREEL_HOME to a folder that you may write.",
            ) from error


def load_settings(**given: Any) -> Settings:
    """The environment's settings, with `given` ones on top. Raises InputError that names the setting."""
    try:
        return Settings(**given)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "settings"
        raise InputError(
            f"The setting {name} (STORYREEL_{name.upper()}) cannot be used: {first['msg']}.",
            next_step=f"Correct or unset it; settings are: {', '.join(sorted(Settings.model_fields))}.",
        ) from error
