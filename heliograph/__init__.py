"""A self-hosted, durable, wire-compatible 4o Image API."""
