"""The web applications: of a server with all the routes, and of a worker with the operator's pages alone."""

from fastapi import FastAPI
from fastapi_offline import FastAPIOffline

import heliograph
from heliograph.web import deliveries, errors, files, inbox, pages, tasks, underway
from heliograph.web.errors import Answers
from heliograph.web.services import Services

DESCRIPTION = """
A self-hosted **4o Image API**: submit a prompt, get a task id, and be called back when the picture is there.

Errors come as HTTP 200 with the error in `code`, as clients of the hosted API expect; 401 and 429 are real.
"""


def web_app(services: Services) -> FastAPI:
    """An ASGI application that serves the API, the links and the operator's pages."""
    app = FastAPIOffline(
        title="Heliograph",
        version=heliograph.__version__,
        description=DESCRIPTION,
        redoc_url=None,
        redirect_slashes=False,  # a redirect is no envelope, and clients would send their POST again as a GET
    )
    app.state.services = services
    answers = Answers(mirror_codes=services.mirror_codes)
    errors.install(app, answers, services.observer)
    of_tasks = (tasks.router(answers), underway.router(answers), deliveries.router(answers))
    for router in (*of_tasks, files.router(), inbox.router(answers), pages.router()):
        # As routes of the application itself: an included router is one more layer to every request.
        app.router.routes.extend(router.routes)
    return app


def pages_app(services: Services) -> FastAPI:
    """For a process without the API: alive, ready, metrics."""
    app = FastAPI(title="Heliograph", version=heliograph.__version__, openapi_url=None)
    app.state.services = services
    errors.install(app, Answers(mirror_codes=services.mirror_codes), services.observer)
    app.router.routes.extend(pages.router().routes)
    return app
