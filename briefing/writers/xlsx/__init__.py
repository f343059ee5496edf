"""Workbooks with live sums and the proof."""
