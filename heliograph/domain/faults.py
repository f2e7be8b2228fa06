"""What each fault means, whence it comes and what cures it: the page of the faults is made from this table."""

from collections.abc import Mapping
from typing import NamedTuple

from heliograph.domain.verdict import Answer, Fault, Verdict, judge


class Explanation(NamedTuple):
    """For who reads a receipt, in Markdown."""

    meaning: str
    cause: str
    cure: str


def is_tried_again(fault: Fault) -> bool:
    """Whether an attempt that failed so is followed by another, while any are left."""
    return judge(Answer(fault=fault), attempt=1, attempts_allowed=2) is Verdict.RETRY


EXPLANATIONS: Mapping[Fault, Explanation] = {
    Fault.TARGET_FORBIDDEN: Explanation(
        "nothing was dialled: the URL is not one that this server calls",
        "another scheme than http and https, a user name in the URL, this server itself, or a host that leads, with at "
        "least one of its addresses, to a private one",
        "if the network is yours, open it with `HELIOGRAPH_EGRESS_ALLOW`; `localhost` needs `127.0.0.0/8,::1/128`",
    ),
    Fault.NAME_NOT_RESOLVED: Explanation(
        "the host's name leads to no address",
        "a slip in the name, no address behind it, or name servers that fail or are silent",
        "correct the name, its zone, or the name servers of this machine",
    ),
    Fault.CONNECTION_REFUSED: Explanation(
        "nothing listens at that port",
        "the receiver is not running, or listens elsewhere",
        "start it; check the port; in a container, `127.0.0.1` is the container itself",
    ),
    Fault.CONNECTION_FAILED: Explanation(
        "no connection was made",
        "no route, or a firewall that rejects",
        "check the network from this machine: `curl -v` to the URL",
    ),
    Fault.CONNECTION_LOST: Explanation(
        "the connection ended before an answer with whole headers",
        "the receiver crashed or was restarted, or a proxy in front of it cut the connection",
        "look into the receiver's log, and into its proxy's",
    ),
    Fault.TLS_FAILED: Explanation(
        "no TLS connection, for a reason other than the certificate's",
        "a port that does not speak TLS, a version that is too old, or a receiver that asks for a client certificate",
        "check scheme and port; let the receiver speak TLS 1.2 or 1.3",
    ),
    Fault.CERTIFICATE_EXPIRED: Explanation(
        "the receiver's certificate has ended, or is not valid yet",
        "it was not renewed, or a clock is wrong",
        "renew it; `diagnosis` has its date",
    ),
    Fault.CERTIFICATE_UNTRUSTED: Explanation(
        "nobody that this machine trusts has signed the receiver's certificate",
        "it is self-signed, or a certificate in between is missing",
        "serve the whole chain; add an authority of your own with `HELIOGRAPH_EGRESS_CA_BUNDLE`",
    ),
    Fault.CERTIFICATE_MISMATCH: Explanation(
        "the receiver's certificate is for another name",
        "the URL has an alias, an address, or another site's name",
        "use a name that `diagnosis` lists, or a certificate for this one",
    ),
    Fault.TIMED_OUT: Explanation(
        "the attempt's time was over: `HELIOGRAPH_CALLBACK_TIMEOUT_SECONDS`, from the look-up to the answer's headers",
        "a receiver that works before it answers, or a firewall that drops silently; `diagnosis` says how far it came",
        "answer 200 first, work afterwards; let the firewall through",
    ),
    Fault.PROXY_FAILED: Explanation(
        "the proxy in `HELIOGRAPH_EGRESS_PROXY` made no connection to the receiver",
        "it is not running, its rules forbid the host (403), it wants another password (407), or it did not reach the "
        "receiver (502, 503, 504)",
        "look into the proxy's log; correct its rules, or the setting",
    ),
    Fault.BAD_ANSWER: Explanation(
        "what came is not an HTTP answer, or its status is none",
        "the port of another service, or TLS on a port that was called by `http://`",
        "correct the port or the scheme",
    ),
    Fault.REDIRECTED: Explanation(
        "the answer was 3xx, and nothing is followed",
        "often `http://` in place of `https://`, a missing slash at the end, or a login",
        "give the final URL, which `diagnosis` tells; where it leaves out a query, it says so",
    ),
    Fault.REFUSED: Explanation(
        "the answer was 4xx, other than 410",
        "401, 403: the secret, the receiver's clock, or a firewall · 404, 405: the path · 413: a limit of its proxy · "
        "429: more comes than it takes",
        "look into the receiver's log",
    ),
    Fault.GONE: Explanation(
        "the answer was 410: the receiver wants no more",
        "the receiver says so on purpose, or its route was removed",
        "correct it if that was not meant, then replay",
    ),
    Fault.SERVER_FAULT: Explanation(
        "the answer was 5xx",
        "500: the receiver's own code · 502, 503, 504: a proxy answers, and the application behind it is down or slow",
        "look into the log of the receiver, or start the application",
    ),
    Fault.INTERNAL: Explanation(
        "the attempt could not be made because of this server",
        "it is out of file descriptors or memory, as `diagnosis` then says, or a fault of ours",
        "raise the limit; otherwise the `step.failed` line of the same moment has the trace: report it",
    ),
}
