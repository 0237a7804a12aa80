"""Wikimedia Commons: free pictures with a licence each, without a key."""
