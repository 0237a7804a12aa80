"""What is kept: the database and its migrations, blobs by hash, the registry and the ledger.

`server` runs the embedded PostgreSQL and `keeper` ends it when nobody needs it; `session` opens
connections and migrates; `blobs` holds bytes under their hash; `registry` says what was made
from what; `ledger` says who did what, in hash-linked order. Every row and path carries its
tenant. What a film is, and in which order things are made, is not known here. It owns the
words: blob, artifact row, lineage, role, part, derivation, head, packet, chain.
"""
