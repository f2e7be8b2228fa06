"""For people who receive callbacks in Python."""

from heliograph.receiver.callback import Callback, NotVerified, read_callback

__all__ = ["Callback", "NotVerified", "read_callback"]
