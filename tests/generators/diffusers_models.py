"""Makes tiny pipelines with random weights, each in a folder of its own: `python diffusers_models.py FOLDER`.

A program, so that the tests' own process stays as the server's: without torch.
"""

import json
import sys
from pathlib import Path

import torch
from diffusers import (
    AutoencoderKL,
    DDIMScheduler,
    EulerDiscreteScheduler,
    LatentConsistencyModelPipeline,
    LCMScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

LETTERS = "abcdefghijklmnopqrstuvwxyz,.!?'"
START, END = "<|startoftext|>", "<|endoftext|>"
UNCHECKED = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}


def tokenizer(folder):
    """One token a letter."""
    folder.mkdir(parents=True)
    words = [*LETTERS, *(f"{letter}</w>" for letter in LETTERS), START, END]
    (folder / "vocab.json").write_text(json.dumps({word: number for number, word in enumerate(words)}))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    return CLIPTokenizer.from_pretrained(folder, model_max_length=77)


def text_encoder(kind=CLIPTextModel, **more):
    torch.manual_seed(1)
    config = CLIPTextConfig(
        vocab_size=2 * len(LETTERS) + 2,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=77,
        bos_token_id=2 * len(LETTERS),
        eos_token_id=2 * len(LETTERS) + 1,
        pad_token_id=2 * len(LETTERS) + 1,
        **more,
    )
    return kind(config)


def vae():
    torch.manual_seed(2)
    return AutoencoderKL(
        block_out_channels=(8, 16, 16, 16),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        latent_channels=4,
        norm_num_groups=4,
    )


def unet(**more):
    torch.manual_seed(3)
    config = {
        "block_out_channels": (8, 16),
        "layers_per_block": 1,
        "sample_size": 16,
        "down_block_types": ("DownBlock2D", "CrossAttnDownBlock2D"),
        "up_block_types": ("CrossAttnUpBlock2D", "UpBlock2D"),
        "cross_attention_dim": 16,
        "norm_num_groups": 4,
        "attention_head_dim": 4,
    }
    return UNet2DConditionModel(**config | more)


def make(folder):
    tokens = tokenizer(folder / "tokens")
    scheduler = DDIMScheduler(beta_schedule="scaled_linear", clip_sample=False, set_alpha_to_one=False, steps_offset=1)
    plain = {"vae": vae(), "text_encoder": text_encoder(), "tokenizer": tokens, "scheduler": scheduler} | UNCHECKED
    StableDiffusionPipeline(unet=unet(), **plain).save_pretrained(folder / "sd")
    # It has no form that keeps to a mask.
    lcm = LatentConsistencyModelPipeline(unet=unet(time_cond_proj_dim=8), **plain | {"scheduler": LCMScheduler()})
    lcm.save_pretrained(folder / "lcm")
    # What Stable Diffusion is that can do nothing but inpaint: noise, mask and masked picture are its input.
    StableDiffusionPipeline(unet=unet(in_channels=9), **plain).save_pretrained(folder / "inpainting-only")
    xl = StableDiffusionXLPipeline(
        vae=vae(),
        text_encoder=text_encoder(projection_dim=16),
        text_encoder_2=text_encoder(CLIPTextModelWithProjection, projection_dim=16),
        tokenizer=tokens,
        tokenizer_2=tokens,
        scheduler=EulerDiscreteScheduler(),
        unet=unet(
            cross_attention_dim=32,
            addition_embed_type="text_time",
            addition_time_embed_dim=8,
            projection_class_embeddings_input_dim=6 * 8 + 16,
            transformer_layers_per_block=(1, 2),
        ),
    )
    xl.save_pretrained(folder / "xl")


if __name__ == "__main__":
    torch.set_num_threads(1)
    make(Path(sys.argv[1]))
