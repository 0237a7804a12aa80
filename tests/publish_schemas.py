"""Write `schemas/` from the models: `python -m tests.publish_schemas`."""

from pathlib import Path

from storyreel.kit.publish import write_schemas
from tests.schemas import all_schemas

if __name__ == "__main__":
    write_schemas(Path(__file__).parents[1] / "schemas", all_schemas())
