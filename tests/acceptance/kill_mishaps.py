"""What befalls the processes in the middle of a stream of tasks, and how soon the work has to go on.

Each mishap takes the stream, and tells after how many seconds the work went on and which callbacks may have come twice.
"""

import resource
import time
from contextlib import ExitStack, contextmanager

from tests.acceptance.kill_places import Killable
from tests.acceptance.kill_stream import READ_LATE_SECONDS
from tests.acceptance.server import patient, until

STUCK_SECONDS = 5.0
"""The longest until the work goes on, from the death, or from when what was missing is back. A new process on SQLite
may take its time to start besides. A machine that is too busy gets longer: see `patient`."""
NOTICED_SECONDS = 2.0
"""Until the others notice a death; twice as long fails."""
SHORT_SECONDS = 1.0


def after(stream, place, *deaths):
    """The others, or the next process, have gone on with what the last of the dead held."""
    stream.slows_down()
    resumed = place.resumed(deaths[-1])
    assert resumed.seconds - resumed.starting < patient(STUCK_SECONDS)
    assert resumed.noticed - resumed.starting < patient(2 * NOTICED_SECONDS)

    def may_be_twice(task, arrival):
        """Only where the bytes were out: it was being sent, and the receiver had it before anybody went on with it."""
        in_time = arrival.at < deaths[-1].at + resumed.noticed
        return in_time and any(task in death.callbacks for death in deaths)

    return resumed.seconds, may_be_twice


def killed(place, process):
    def befall(stream):
        process.process.kill()
        return after(stream, place, place.death_of(process))

    return befall


def killed_at(place, process, step, moment):
    def befall(stream):
        process.arm(step, moment)
        return after(stream, place, place.death_of(process))

    return befall


def going_on(stream):
    """It is over: all that was acknowledged before comes to its end, and more is acknowledged."""
    began, before = time.monotonic(), dict(stream.acknowledged)
    stream.goes_on()
    until(lambda: before.keys() <= stream.arrivals().keys(), "what was acknowledged before is called back", patient(20))
    seconds = time.monotonic() - began
    assert seconds < patient(STUCK_SECONDS)
    return seconds, lambda _task, _arrival: False


def coming_back(stream):
    """The database is there again: what was sent before all are back with it may go out again."""
    at = time.monotonic()
    seconds, _ = going_on(stream)
    return seconds, lambda _, arrival: arrival.at < at + seconds + READ_LATE_SECONDS


def while_limited(what, most, processes, bites):
    """So it is for a while; `most` tells of a process what it can have."""

    def befall(stream):
        with ExitStack() as limits:
            for process in processes:
                limits.enter_context(process.limited(what, most(process)))
            time.sleep(SHORT_SECONDS)
        assert all(bites(stream, process) for process in processes)
        return going_on(stream)

    return befall


def on_a_full_disk(*processes):
    """Neither a database nor a picture nor a line of the log can be written."""
    failed = b'step_failures_total{step="keep"}'
    return while_limited(
        resource.RLIMIT_FSIZE, lambda _: 1, processes, lambda _, process: failed in process.call("GET", "/metrics")[1]
    )


def without_descriptors(*processes):
    return while_limited(
        resource.RLIMIT_NOFILE, Killable.none_to_spare, processes, lambda stream, _: stream.unanswered > 0
    )


@contextmanager
def stopped(database):
    database.stop()
    yield
    database.start()
