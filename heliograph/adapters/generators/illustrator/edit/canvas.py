"""Given pictures as pixels: decoded, brought to the size that was asked for, set side by side."""

from io import BytesIO

from PIL import Image, ImageFilter, ImageOps

Cell = tuple[int, int, int, int]  # x, y, width, height

ROWS = {
    2: ((2,), (1, 1)),
    3: ((3,), (1, 1, 1), (1, 2), (2, 1)),
    4: ((2, 2), (4,), (1, 1, 1, 1)),
    5: ((2, 3), (3, 2), (1, 2, 2), (2, 2, 1)),
}  # pictures in each row
SAME_SHAPE = 0.02
GUTTER = 0.012  # of the shorter side
PAPER = (250, 249, 246)
SURROUND_SIDE = 96  # what is around a picture of another shape is its own blur, made this small


def decoded(data: bytes) -> Image.Image:
    """An RGB picture; what is transparent becomes white."""
    image = Image.open(BytesIO(data))
    if image.mode in {"RGBA", "LA", "PA", "P"}:
        with_alpha = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, with_alpha).convert("RGB")
    return image.convert("RGB")


def fitted(image: Image.Image, width: int, height: int) -> tuple[Image.Image, tuple[int, int, int, int]]:
    """The whole picture on a canvas of this size, and where on it; a picture of this size stays as it is."""
    if image.size == (width, height):
        return image, (0, 0, width, height)
    shape, wanted = image.width / image.height, width / height
    if abs(shape / wanted - 1) < SAME_SHAPE:
        return image.resize((width, height), Image.Resampling.LANCZOS), (0, 0, width, height)
    scale = min(width / image.width, height / image.height)
    wide, high = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    x, y = (width - wide) // 2, (height - high) // 2
    canvas = _surround(image, width, height)
    canvas.paste(image.resize((wide, high), Image.Resampling.LANCZOS), (x, y))
    return canvas, (x, y, x + wide, y + high)


def fitted_mask(mask: Image.Image, size: tuple[int, int], box: tuple[int, int, int, int]) -> Image.Image:
    """The mask on the canvas: 0 where something may change, 255 where not, and around the picture not either."""
    x, y, right, bottom = box
    placed = Image.new("L", size, 255)
    grey = mask.convert("L")
    wanted = (right - x, bottom - y)
    placed.paste(grey if grey.size == wanted else grey.resize(wanted, Image.Resampling.BILINEAR), (x, y))
    return placed.point(lambda v: 255 if v > 245 else 0 if v < 10 else v)  # noqa: PLR2004  # nearly white is kept


def side_by_side(images: list[Image.Image], width: int, height: int) -> Image.Image:
    """Two to five pictures in rows, each cut to its cell, in the order that cuts least."""
    gutter = max(2, round(min(width, height) * GUTTER))
    canvas = Image.new("RGB", (width, height), PAPER)
    layouts = [_cells(rows, width, height, gutter) for rows in ROWS[len(images)]]
    cells = min(layouts, key=lambda layout: sum(map(_cut_away, images, layout)))
    for image, (x, y, wide, high) in zip(images, cells, strict=True):
        canvas.paste(ImageOps.fit(image, (wide, high), Image.Resampling.LANCZOS), (x, y))
    return canvas


def _cut_away(image: Image.Image, cell: Cell) -> float:
    """How much of a picture its cell does not show, 0 for nothing."""
    _, _, wide, high = cell
    shape = image.width / image.height / (wide / high)
    return 1 - min(shape, 1 / shape)


def _cells(rows: tuple[int, ...], width: int, height: int, gutter: int) -> list[Cell]:
    cells, high = [], max(1, (height - gutter * (len(rows) + 1)) // len(rows))
    for row, across in enumerate(rows):
        wide = max(1, (width - gutter * (across + 1)) // across)
        y = gutter + row * (high + gutter)
        cells += [(gutter + column * (wide + gutter), y, wide, high) for column in range(across)]
    return cells


def _surround(image: Image.Image, width: int, height: int) -> Image.Image:
    scale = SURROUND_SIDE / max(width, height)
    wide, high = max(2, round(width * scale)), max(2, round(height * scale))
    small = image.resize((wide, high), Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(6))
    return small.resize((width, height), Image.Resampling.BICUBIC)
