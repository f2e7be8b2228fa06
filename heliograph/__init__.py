"""A self-hosted, durable, wire-compatible 4o Image API."""

__version__ = "0.1.0"
