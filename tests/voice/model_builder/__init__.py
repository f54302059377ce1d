"""The builder of voice models."""
