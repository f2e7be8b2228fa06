"""Relations made visible: how one cluster is put on, in, under, above, behind or against another."""

from dataclasses import replace

from .cluster import Cluster, Sprite, in_a_row, joined
from .motif import Round, Span
from .scene import Kind, Pose

LARGEST_STRETCH = 3.0
LONG_METRES, LONG_SHARE, SHORT_SHARE = 0.65, 0.62, 0.42  # what is held, in shares of who holds it
LEAN_DEGREES = 11.0
UMBRELLA = "umbrella"
FITS = {"head": (2.3, -0.45), "eyes": (1.7, 0.0), "neck": (1.5, 1.05)}  # width and depth in shares of half a head
SADDLE = 0.1  # of a rider is below the saddle, besides the legs
FLYING_LEAN = 20.0  # degrees, away from the face of who holds it


def put(host: Cluster, thing: int, guests: list[Cluster], kind: Kind) -> Cluster:
    """The host's cluster with the guests attached to its drawing of `thing`."""
    plants = kind is Kind.IN and all(s.motif.family == "plant" for g in guests for s in g.sprites)
    guest = in_a_row([_bunched(g) for g in guests] if plants else guests, -0.4 if plants else 0.08)
    match kind:
        case Kind.ON:
            return _on(host, thing, guest)
        case Kind.IN:
            return _in(host, thing, guest)
        case Kind.UNDER:
            return _under(host, thing, guest)
        case Kind.HOLDING:
            return _held(host, thing, guest)
        case Kind.WEARING:
            return _worn(host, thing, guest)
        case Kind.LEANING:
            return _leaning(host, thing, guest)
        case Kind.FRONT:
            return _in_front(host, guest)
        case Kind.BEHIND:
            return _in_front(guest, host)
        case Kind.ABOVE:
            return _above(host, guest)
        case _:
            return in_a_row([guest, host], 0.7 if kind is Kind.NEAR else 0.12)


def _span(anchor: Sprite, span: Span) -> tuple[float, float, float]:
    left, y = anchor.at(span.left, span.y)
    right, _ = anchor.at(span.right, span.y)
    return min(left, right), max(left, right), y


def _foot(guest: Cluster) -> float:
    """How wide a guest is where it stands: a flower only as its stem, somebody seated as the hips."""
    if all(s.pose is Pose.SEATED for s in guest.sprites):
        return guest.width - guest.sprites[0].width * 0.5
    return guest.width * (0.3 if all(s.motif.family == "plant" for s in guest.sprites) else 0.92)


def _fitted(host: Cluster, thing: int, guest: Cluster, span: Span, slack: float = 1.0) -> tuple[Cluster, Cluster]:
    """Stretch the host, then shrink the guest, until the guest's foot fits on the span."""
    left, right, _ = _span(host.find(thing), span)
    foot = _foot(guest)
    stretch = min(max(foot / ((right - left) * slack), 1.0), LARGEST_STRETCH)
    room = (right - left) * slack * stretch
    return host.scaled(stretch), guest.scaled(min(1.0, room / foot))


def _bunched(cluster: Cluster) -> Cluster:
    """Stems put together, as in a vase."""
    middle = (cluster.left + cluster.right) / 2
    return Cluster(
        tuple(
            replace(s, x=middle + (s.x - middle) * 0.45, turn=(s.x - middle) / cluster.width * 40, y=0)
            for s in cluster.sprites
        )
    )


def _on(host: Cluster, thing: int, guest: Cluster) -> Cluster:
    under = [s for s in host.sprites if s.thing == thing]
    if len(under) > 1 and len(under) == len(guest.sprites):
        return _each_on_one(host, under, guest)
    span = host.find(thing).motif.surface
    if _rides(host.find(thing), guest):
        left, right, y = _span(host.find(thing), span)
        rider = guest.lifted().centred()
        return joined(host, rider.moved((left + right) / 2, y + rider.height * SADDLE))
    slack = 1.0 if host.find(thing).motif.top else 1.5
    host, guest = _fitted(host, thing, guest, span, slack)
    left, right, y = _span(host.find(thing), span)
    return joined(host, guest.lifted().centred().moved((left + right) / 2, y))


def _each_on_one(host: Cluster, under: list[Sprite], guest: Cluster) -> Cluster:
    """Two riders on two horses."""
    together = host
    for below, above in zip(under, sorted(guest.sprites, key=lambda s: s.x), strict=True):
        span = below.motif.surface
        left, right = below.at(span.left, span.y), below.at(span.right, span.y)
        sunk = above.height * SADDLE if above.pose is Pose.RIDING and below.motif.top else 0
        put_on = replace(above, x=(left[0] + right[0]) / 2, y=left[1] + sunk, grounded=False)
        together = joined(together, Cluster((put_on,)))
    return together


def _rides(anchor: Sprite, guest: Cluster) -> bool:
    return any(s.pose is Pose.RIDING for s in guest.sprites) and anchor.motif.top is not None


def _in(host: Cluster, thing: int, guest: Cluster) -> Cluster:
    anchor = host.find(thing)
    if anchor.motif.family == "plant" and anchor.motif.gap:
        perch = guest.lifted().centred()
        return joined(host, perch.moved(*anchor.at(anchor.motif.box[0] * 0.3, anchor.motif.box[1] * 0.42)))
    if anchor.motif.rim is None:
        return in_a_row([guest, host], 0.12)
    host, guest = _fitted(host, thing, guest, anchor.motif.rim, 1.15)
    left, right, y = _span(host.find(thing), anchor.motif.rim)
    anchor = host.find(thing)
    plants = all(s.motif.family == "plant" for s in guest.sprites)
    if plants:
        guest = guest.scaled(min(1.0, (anchor.y - y) * 1.25 / guest.height))
    heaped = all(s.motif.family == "food" for s in guest.sprites)
    sunk = min(guest.height * (0.12 if heaped else 0.4), (anchor.y - y) * 0.85)
    front = Cluster((replace(anchor, front=True, grounded=False),))
    return joined(host, guest.lifted().centred().moved((left + right) / 2, y + sunk), front)


def _under(host: Cluster, thing: int, guest: Cluster) -> Cluster:
    anchor = host.find(thing)
    gap = anchor.motif.gap
    if gap is None:
        return joined(guest, host.lifted().centred().moved(0, -guest.height * 1.1))
    room = anchor.y - anchor.at(0, gap.y)[1]
    stretch = min(max(guest.height / (room * 0.98), 1.0), LARGEST_STRETCH)
    host, guest = host.scaled(stretch), guest.scaled(min(1.0, room * 0.98 * stretch / guest.height))
    left, right, _ = _span(host.find(thing), gap)
    aside = 0.28 if host.find(thing).motif.family == "plant" else 0.5
    return joined(host, guest.centred().moved(left + (right - left) * aside, 0))


def _held(host: Cluster, thing: int, guest: Cluster) -> Cluster:
    holder = host.find(thing)
    hand = holder.motif.hand
    if hand is None:
        return in_a_row([host, guest], 0.1)
    x, y = holder.at(*hand)
    held = guest.lifted().centred()
    item = held.sprites[0]
    if item.motif.name == UMBRELLA:
        held = held.scaled(holder.height * 0.86 / held.height)
        return joined(held.moved(x - held.width * 0.02, y + holder.height * 0.05), host)
    if item.motif.layer.value == "air":
        fan = Cluster(tuple(replace(s, turn=FLYING_LEAN + 14 * i, x=0, y=0) for i, s in enumerate(held.sprites)))
        return joined(host, fan.scaled(holder.height * 0.72 / held.height).moved(x, y))
    share = LONG_SHARE if item.motif.metres > LONG_METRES else SHORT_SHARE
    held = held.scaled(min(1.0, holder.height * share / held.height))
    return joined(host, held.moved(x + held.width * 0.18, y + held.height * 0.4))


def _worn(host: Cluster, thing: int, guest: Cluster) -> Cluster:
    """Put on the head, before the eyes or round the neck."""
    wearer = host.find(thing)
    where = wearer.motif.head or Round(wearer.motif.box[0] / 2, wearer.motif.box[1] * 0.2, wearer.motif.box[0] * 0.25)
    worn = guest.sprites[0]
    wide, down = FITS[worn.motif.worn]
    k = where.r * wide * wearer.k / worn.motif.box[0]
    x, y = wearer.at(where.x, where.y + where.r * down)
    high = worn.motif.box[1] * k / 2 if worn.motif.worn != "head" else 0
    put_on = replace(worn, x=x, y=y + high, k=k, grounded=False, flip=wearer.flip, turn=wearer.turn)
    return joined(host, Cluster((put_on,)))


def _leaning(host: Cluster, thing: int, guest: Cluster) -> Cluster:
    anchor = host.find(thing)
    tilted = Cluster(tuple(replace(s, turn=LEAN_DEGREES) for s in guest.sprites))
    x = anchor.x - anchor.width * (0.2 if anchor.motif.family == "plant" else 0.5)
    return joined(host, tilted.centred().moved(x - guest.width * 0.42, 0))


def _in_front(back: Cluster, front: Cluster) -> Cluster:
    """The front one lower and to the side, so that both are seen."""
    hides = front.height > back.height * 0.7 or front.width > back.width * 0.75
    aside = (back.width + front.width) * 0.4 if hides else back.width * 0.22
    depth = min(back.height, front.height) * 0.32
    return joined(back.centred().moved(0, -depth), front.centred().moved(-aside, 0)).centred()


def _above(host: Cluster, guest: Cluster) -> Cluster:
    return joined(host, guest.lifted().centred().moved((host.left + host.right) / 2, host.top - host.height * 0.22))
