"""Enhancers: what puts a prompt in better words."""
