"""A machine's clock that is set while the server runs."""

from datetime import UTC, datetime, timedelta

import pytest

from heliograph.adapters.clock import CLOCK, MovingClock, SystemClock, began_in

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


# --- what commands beside a server go by


def test_a_command_goes_by_the_clock_of_the_server_although_the_machines_was_set_in_between(tmp_path):
    machine = Machine()
    server = machine.clock()
    with server.left_in(tmp_path):
        machine.wall += timedelta(hours=1)
        machine.steady += 60.1
        command = SystemClock(lambda: machine.wall, lambda: machine.steady, began=began_in(tmp_path))
        assert command.now() == server.now() == NOON + timedelta(seconds=60.1)
        assert command.wall() == NOON + timedelta(hours=1)
        assert (tmp_path / CLOCK).stat().st_mode & 0o777 == 0o600


def test_without_a_server_a_command_goes_by_the_machines_clock(tmp_path):
    assert began_in(tmp_path) is None
    with Machine().clock().left_in(tmp_path):
        assert began_in(tmp_path) == (NOON, 100.0)
    assert (tmp_path / CLOCK).exists()
    assert began_in(tmp_path) is None


@pytest.mark.parametrize("text", ["", "noon 100 ?", f"{NOON.isoformat()} 100.0 another-boot"])
def test_what_another_start_of_the_machine_or_half_a_line_says_is_not_gone_by(tmp_path, text):
    with Machine().clock().left_in(tmp_path):
        (tmp_path / CLOCK).write_text(text)
        assert began_in(tmp_path) is None


def test_a_server_that_cannot_leave_its_clock_runs_without(tmp_path):
    (tmp_path / CLOCK).mkdir()
    with Machine().clock().left_in(tmp_path):
        assert began_in(tmp_path) is None
    with pytest.raises(OSError, match="of the server"), Machine().clock().left_in(tmp_path / "nowhere"):
        raise OSError("of the server")
