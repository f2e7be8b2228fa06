"""Heliograph as it is, on a machine whose clock shows an hour less: `python -m tests.acceptance.hour_behind serve`."""

from datetime import datetime, timedelta

from heliograph.__main__ import main
from heliograph.adapters import clock


class HourBehind(datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) - timedelta(hours=1)


if __name__ == "__main__":
    clock.datetime = HourBehind
    main()
