"""A pipeline of the size of SDXL with random weights, for `gpu_check`: made on the GPU in 16 bits."""

import torch
from diffusers import AutoencoderKL, EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

from tests.generators.diffusers_models import LETTERS, tokenizer

WORDS = 2 * len(LETTERS) + 2


def text_encoder(kind, *, width, layers, heads):
    return kind(
        CLIPTextConfig(
            vocab_size=WORDS,
            hidden_size=width,
            intermediate_size=4 * width,
            num_hidden_layers=layers,
            num_attention_heads=heads,
            projection_dim=width,
            max_position_embeddings=77,
            bos_token_id=WORDS - 2,
            eos_token_id=WORDS - 1,
            pad_token_id=WORDS - 1,
        )
    )


def unet():
    return UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(320, 640, 1280),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 2, 10),
        attention_head_dim=(5, 10, 20),
        cross_attention_dim=2048,
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=2816,
    )


def vae():
    return AutoencoderKL(
        block_out_channels=(128, 256, 512, 512),
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
        layers_per_block=2,
        latent_channels=4,
        sample_size=1024,
        scaling_factor=0.13025,
    )


def make(folder):
    torch.manual_seed(0)
    tokens = tokenizer(folder / "tokens")
    torch.set_default_dtype(torch.bfloat16)
    with torch.device("cuda"):
        pipeline = StableDiffusionXLPipeline(
            vae=vae(),
            text_encoder=text_encoder(CLIPTextModel, width=768, layers=12, heads=12),
            text_encoder_2=text_encoder(CLIPTextModelWithProjection, width=1280, layers=32, heads=20),
            tokenizer=tokens,
            tokenizer_2=tokens,
            unet=unet(),
            scheduler=EulerDiscreteScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear"),
        )
    pipeline.save_pretrained(folder / "sdxl")
