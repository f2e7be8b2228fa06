"""Families of drawings: what their members share."""
