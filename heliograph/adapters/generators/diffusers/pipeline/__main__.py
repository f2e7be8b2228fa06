"""The life of a pipeline's process: find, load, then one picture after the other, until the server is gone."""

import signal
import sys
from functools import partial

from heliograph.adapters.generators.diffusers.messages import Open, Ready, Refused
from heliograph.adapters.generators.diffusers.pipeline.failing import Refusal, reason_of, told
from heliograph.adapters.generators.diffusers.pipeline.finding import find
from heliograph.adapters.generators.diffusers.pipeline.line import Line, Orders
from heliograph.adapters.generators.diffusers.pipeline.loading import load
from heliograph.adapters.generators.diffusers.pipeline.studio import Studio


def main() -> int:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    line = Line.taken_over()
    options = line.hear()
    if not isinstance(options, Open):
        return 2
    orders = Orders(line)
    try:
        studio = _opened(options, line)
    except Refusal as refusal:
        line.say(Refused(refusal.reason, str(refusal)))
        return 1
    while True:
        draw = orders.next()
        outcome = studio.draw(draw, tell=line.say, is_cancelled=partial(orders.is_cancelled, draw.number))
        line.say(outcome)


def _opened(options: Open, line: Line) -> Studio:
    plan = find(options)
    line.say(plan.found)
    try:
        studio = load(plan)
    except Refusal:
        raise
    except Exception as error:  # whatever a library raises, the server is told
        raise Refusal(f"{options.model} could not be loaded: {told(error)}", reason_of(error)) from error
    line.say(Ready())
    return studio


if __name__ == "__main__":
    sys.exit(main())
