"""A machine's clock that is set while the server runs."""

from datetime import UTC, datetime, timedelta

import pytest

from heliograph.adapters.clock import MovingClock, SystemClock

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)


class Machine:
    wall, steady = NOON, 100.0

    def clock(self):
        return SystemClock(lambda: self.wall, lambda: self.steady)


@pytest.mark.parametrize("jump", [timedelta(hours=1), timedelta(hours=-1), timedelta(days=400)])
def test_a_clock_that_is_set_moves_no_moment_of_ours(jump):
    machine = Machine()
    clock = machine.clock()
    machine.wall += jump
    assert clock.now() == NOON
    machine.steady += 60
    machine.wall += timedelta(seconds=60)
    assert clock.now() == NOON + timedelta(seconds=60)
    assert clock.wall() == NOON + jump + timedelta(seconds=60)
    assert clock.steady() == 160


def test_the_machines_own_clock_goes_on_with_the_time():
    clock = SystemClock()
    before = clock.now()
    assert abs(clock.wall() - before) < timedelta(seconds=5)
    assert clock.now() >= before


def test_a_clock_of_the_tests_can_be_set_without_time_going_by():
    clock = MovingClock(NOON)
    clock.set_wall(hours=1)
    assert (clock.now(), clock.wall(), clock.steady()) == (NOON, NOON + timedelta(hours=1), 0.0)
