"""For people who talk to the API from Python."""

from heliograph.client.client import Client, Record

__all__ = ["Client", "Record"]
