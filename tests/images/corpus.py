"""Images that are good in unusual ways, and such as were made to hurt whoever opens them; each is made here."""

import io
import os
import struct
import zipfile
import zlib
from functools import lru_cache

from PIL import Image, ImageCms, PngImagePlugin

COLOURS = ((220, 40, 40), (40, 190, 60), (40, 60, 210), (240, 220, 60))
"""Top left, top right, bottom left, bottom right."""
WIDTH, HEIGHT = 64, 48


def quarters(size=(WIDTH, HEIGHT)):
    """Four fields of different colours: what has been turned or mirrored looks different."""
    width, height = size
    image = Image.new("RGB", size)
    for number, colour in enumerate(COLOURS):
        across, down = number % 2, number // 2
        image.paste(colour, (across * width // 2, down * height // 2, width, height))
    return image


def saved(image, kind, **how):
    file = io.BytesIO()
    image.save(file, kind, **how)
    return file.getvalue()


def png_chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(width, height, *, depth=8, colour=2, data=b"", more=b""):
    """A PNG with any header and any data, true or not."""
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", head)
        + more
        + png_chunk(b"IDAT", zlib.compress(data, 9))
        + png_chunk(b"IEND", b"")
    )


def sideways(orientation, kind="JPEG", **how):
    exif = Image.Exif()
    exif[0x0112] = orientation
    turned = {1: None, 3: Image.Transpose.ROTATE_180, 6: Image.Transpose.ROTATE_90, 8: Image.Transpose.ROTATE_270}
    turn = turned[orientation]
    image = quarters().transpose(turn) if turn else quarters()
    return saved(image, kind, exif=exif.tobytes(), **how)


def sixteen_bits(*, colour):
    """Grey (0) or RGB (2): every sample has its eight bits doubled."""
    image = quarters() if colour else quarters().convert("L")
    samples = bytes(byte for sample in image.tobytes() for byte in (sample, sample))
    row = WIDTH * (6 if colour else 2)
    rows = b"".join(b"\0" + samples[at : at + row] for at in range(0, len(samples), row))
    return png_of(WIDTH, HEIGHT, depth=16, colour=colour, data=rows)


def animated(kind):
    frames = [quarters(), Image.new("RGB", (WIDTH, HEIGHT), "white")]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=50, **_lossless(kind))


def _lossless(kind):
    return {"lossless": True} if kind == "WEBP" else {}


def transparent_palette():
    image = quarters().convert("P", palette=Image.Palette.ADAPTIVE, colors=4)
    return saved(image, "PNG", transparency=image.getpixel((0, 0)))


def archive():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("index.html", "<script>alert(1)</script>")
    return file.getvalue()


def with_a_place():
    """A photo whose EXIF tells where it was taken, and a comment."""
    exif = Image.Exif()
    exif[0x010E] = "my house"
    exif.get_ifd(0x8825)[2] = (52.0, 31.0, 12.0)
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "my house")
    return {
        "JPEG": saved(quarters(), "JPEG", exif=exif, comment=b"my house"),
        "PNG": saved(quarters(), "PNG", exif=exif, pnginfo=info),
        "WEBP": saved(quarters(), "WEBP", exif=exif.tobytes(), xmp=b"<x>my house</x>"),
    }


GOOD = {
    "PNG": lambda: saved(quarters(), "PNG"),
    "JPEG": lambda: saved(quarters(), "JPEG", quality=95),
    "progressive JPEG": lambda: saved(quarters(), "JPEG", quality=95, progressive=True),
    "grey JPEG": lambda: saved(quarters().convert("L"), "JPEG", quality=95),
    "CMYK JPEG": lambda: saved(quarters().convert("CMYK"), "JPEG", quality=95),
    "WebP": lambda: saved(quarters(), "WEBP", quality=95),
    "lossless WebP": lambda: saved(quarters(), "WEBP", lossless=True),
    "palette": lambda: saved(quarters().convert("P", palette=Image.Palette.ADAPTIVE), "PNG"),
    "grey with alpha": lambda: saved(quarters().convert("LA"), "PNG"),
    "16 bits": lambda: sixteen_bits(colour=2),
    "16 bits, grey": lambda: sixteen_bits(colour=0),
    "one bit": lambda: saved(quarters().convert("1"), "PNG"),
    "animated WebP": lambda: animated("WEBP"),
    "animated PNG": lambda: animated("PNG"),
    "several pictures in one JPEG": lambda: animated("MPO"),
    "one pixel": lambda: saved(Image.new("RGB", (1, 1), "red"), "PNG"),
    "one line": lambda: saved(Image.new("RGB", (5000, 1), "red"), "PNG"),
    "a PNG with an archive behind it": lambda: saved(quarters(), "PNG") + archive(),
    "a JPEG with an archive behind it": lambda: saved(quarters(), "JPEG") + archive(),
    "a JPEG with a page in its comment": lambda: saved(quarters(), "JPEG", comment=b"<html><script>alert(1)</script>"),
    "a profile that is none": lambda: saved(quarters(), "PNG", icc_profile=b"not a profile"),
    "EXIF that is none": lambda: saved(quarters(), "JPEG", exif=b"Exif\0\0" + b"\xff" * 40),
}


def cut(data, share=0.6):
    return data[: int(len(data) * share)]


@lru_cache(maxsize=1)
def noisy():
    """Photographs do not compress: about 100 kB."""
    return Image.frombytes("RGB", (256, 256), os.urandom(256 * 256 * 3))


def scans(count):
    """A JPEG whose picture is sent again and again: each refinement is decoded anew."""
    whole = saved(Image.new("RGB", (4000, 4000), "grey"), "JPEG", progressive=True, quality=30)
    start = whole.rindex(b"\xff\xda")
    return whole[:start] + whole[start:-2] * count + whole[-2:]


BAD = {
    "nothing": lambda: b"",
    "text": lambda: b"this is no image",
    "a web page": lambda: b"<!DOCTYPE html><html><body><img src=a.png></body></html>",
    "a web page in capitals": lambda: b"\xef\xbb\xbf \n<HTML>",
    "an SVG": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "an SVG that reads files": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>'
    ),
    "an archive": archive,
    "a PDF": lambda: b"%PDF-1.7\n1 0 obj",
    "PostScript": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run",
    "a GIF": lambda: saved(quarters(), "GIF"),
    "a GIF that is an archive": lambda: saved(quarters(), "GIF") + archive(),
    "a BMP": lambda: saved(quarters(), "BMP"),
    "a TIFF": lambda: saved(quarters(), "TIFF"),
    "a HEIC": lambda: b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64),
    "an AVIF": lambda: b"\0\0\0\x1cftypavif\0\0\0\0mif1avif" + bytes(64),
    "only a PNG's beginning": lambda: b"\x89PNG\r\n\x1a\n",
    "only a JPEG's beginning": lambda: b"\xff\xd8\xff\xe0",
    "only a WebP's beginning": lambda: b"RIFF\xff\xff\xff\xffWEBPVP8 ",
    "a PNG that is cut off": lambda: cut(saved(noisy(), "PNG")),
    "a JPEG that is cut off": lambda: cut(saved(noisy(), "JPEG")),
    "a WebP that is cut off": lambda: cut(saved(noisy(), "WEBP")),
    "a PNG with a page in it": lambda: b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script>" * 50,
    "a PNG of no width": lambda: png_of(0, 1, data=b"\0"),
    "a PNG of four billion pixels a side": lambda: png_of(2**32 - 1, 2**32 - 1, data=b"\0"),
    "a PNG that unpacks to too much": lambda: png_of(30_000, 30_000, colour=0, data=bytes(50_000_000)),
    "a PNG of more than its header says": lambda: png_of(20_000, 20_000, data=b"\0"),
    "a text in a PNG that unpacks to too much": lambda: png_of(
        8, 8, data=bytes(25 * 8), more=png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(64_000_000), 1))
    ),
    "a profile in a PNG that unpacks to too much": lambda: png_of(
        8, 8, data=bytes(25 * 8), more=png_chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(64_000_000), 1))
    )[:-30],
    "a JPEG of too many pixels": lambda: _resized(saved(noisy(), "JPEG"), 65_000, 65_000),
    "a WebP of too many pixels": lambda: saved(Image.new("RGB", (16_383, 2_000)), "WEBP", method=0),
    "a JPEG that takes long": lambda: scans(4_000),
}


def _resized(jpeg, width, height):
    """The same data under another size."""
    at = jpeg.index(b"\xff\xc0") + 5
    return jpeg[:at] + struct.pack(">HH", height, width) + jpeg[at + 4 :]


def in_another_space(colour):
    """One colour, with a profile in which red and green have changed places."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    entries = {
        bytes(profile[at : at + 4]): at + 4 for at in range(132, 132 + 12 * int.from_bytes(profile[128:132], "big"), 12)
    }
    first, second = entries[b"rXYZ"], entries[b"gXYZ"]
    profile[first : first + 8], profile[second : second + 8] = profile[second : second + 8], profile[first : first + 8]
    return saved(Image.new("RGB", (8, 8), colour), "PNG", icc_profile=bytes(profile))
