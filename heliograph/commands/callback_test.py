"""heliograph callback-test: one signed sample to a receiver."""

import asyncio
import sys

import click

from heliograph.beside import open_way_out
from heliograph.commands.deliveries import receipt_of
from heliograph.commands.explained import explained
from heliograph.commands.screen import print_json, show
from heliograph.domain.delivery import Receipt
from heliograph.domain.task import KeyId
from heliograph.domain.verdict import Verdict
from heliograph.flow.notify import try_out
from heliograph.settings import Settings, read_settings
from heliograph.web.requests import permitted
from heliograph.web.views import receipt_view

NO_KEY = KeyId("")


@click.command()
@click.argument("url")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def callback_test(url: str, as_json: bool) -> None:  # noqa: FBT001  # named by click
    """POST a signed sample to URL, once, as the server would, and show the receipt.

    Ends with 0 when it was delivered, and with 1 otherwise. Nothing of it is stored.
    """
    with explained():
        receipt = asyncio.run(tried(read_settings(), url))
        if as_json:
            print_json(receipt_view(receipt))
        else:
            show(receipt_of(receipt))
        if receipt.verdict is not Verdict.DELIVERED:
            sys.exit(1)


async def tried(settings: Settings, url: str) -> Receipt:
    """What became of one sample. Raises `RequestRefused` and `StoreError`s."""
    async with open_way_out(settings) as way_out:
        return await try_out(
            permitted(url, way_out.targets, field="URL"),
            task_id=way_out.new_task_id(),
            key_id=NO_KEY,
            trace=None,
            sender=way_out.sender,
            secrets=way_out.signing.current(),
            clock=way_out.clock,
            tracer=way_out.tracer,
        )
