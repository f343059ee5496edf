"""The optimal split, stage by stage, each with its proof."""
