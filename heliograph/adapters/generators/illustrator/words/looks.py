"""Words for what is done to the pixels of a whole picture."""

from heliograph.adapters.generators.illustrator.scene import Look

LOOKS = {
    Look.CARTOON: "cartoon, cartoonish, comic, comic book, comic style, anime, manga, flat, flat design, vector art, clip art, cel shaded",
    Look.OIL: "oil painting, oil paint, oil colours, painted in oil, impressionist, impressionism, van gogh style, painterly",
    Look.POSTER: "poster style, posterise, posterize, posterised, posterized, pop art, screen print, silkscreen, few colours, stencil",
    Look.GREY: "black and white, black & white, grayscale, greyscale, monochrome, desaturate, desaturated, without colour, without color, noir",
    Look.SEPIA: "sepia, sepia tone, sepia toned, brownish",
    Look.WARM: "warmer, warm light, warm colours, warm colors, warm tones, golden light, more warmth",
    Look.COOL: "cooler, colder, cool light, cool colours, cool colors, cold tones, cool tones",
    Look.BRIGHT: "brighter, lighter, more light, brighten, lighten, lighter colours",
    Look.DARK: "darker, darken, dimmer, less light, gloomier",
    Look.NIGHT: "as if at night, day to night, day for night, night time look",
    Look.VIVID: "more colourful, more colorful, more vivid, more saturated, saturate, saturated, vibrant, more vibrant, stronger colours",
    Look.PALE: "paler, less saturated, washed out, softer colours, muted, muted colours",
    Look.CONTRAST: "more contrast, higher contrast, high contrast, contrasty, dramatic",
    Look.BLURRED: "blur, blurred, blurry, out of focus, soft focus",
    Look.SHARP: "sharper, sharpen, crisp, crisper, in focus",
    Look.INVERTED: "invert, inverted, negative, invert the colours, invert the colors, inverted colours, inverted colors",
    Look.MIRRORED: "mirror it, mirrored, flip horizontally, flipped, mirror image, flip it",
    Look.UPSIDE_DOWN: "upside down, turn it upside down, rotate 180 degrees",
    Look.FADED: "vintage, retro, old photo, old photograph, faded, nostalgic, aged, polaroid",
}
