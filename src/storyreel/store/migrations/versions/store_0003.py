"""What a stage had to say stays with what it made."""

import sqlalchemy as sa
from alembic import op

revision = "store_0003"
down_revision = "workflows_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("derivation", sa.Column("warnings", sa.JSON, nullable=False, server_default="[]"))
