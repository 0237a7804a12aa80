"""The database's revisions in order, run by `storyreel.store.session.migrate`."""
