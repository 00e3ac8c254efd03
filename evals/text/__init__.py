"""Benchmarks of `service.text` on data sets that are given as a folder."""
