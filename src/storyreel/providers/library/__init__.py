"""A folder of pictures of many authors on this machine, with an index that lives with it."""
