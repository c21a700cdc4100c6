"""Stands in for the node that dbt compiles, while sqlfluff renders a model."""

name = "model_under_lint"
