"""What every room may use: errors, settings, ids, exact schemas, log.

Nothing here knows what a film is. A thing belongs here only if at least three rooms need
it and it has no outside power of its own (no database, no subprocess, no network).
"""
