"""Blob stores: files on this machine."""
