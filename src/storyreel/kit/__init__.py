"""What every room may use: errors, settings, ids, exact schemas, names, log.

Nothing here knows what a film is. A thing belongs here only if rooms that may
not import each other need it and it has no outside power of its own (no database, no subprocess, no network).
"""
