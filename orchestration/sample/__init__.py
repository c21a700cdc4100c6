"""Synthetic releases in the published layouts, so that a fresh clone has something to build."""

from orchestration.sample.report import SampleFile, SampleReport
from orchestration.sample.scales import SCALES, SampleError, Scale
from orchestration.sample.write import write_sample

__all__ = ["SCALES", "SampleError", "SampleFile", "SampleReport", "Scale", "write_sample"]
