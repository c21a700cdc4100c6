"""How generated pages are rendered: templates of this package, strict about what they name."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


def template(name: str) -> Template:
    """The template `orchestration/templates/<name>`."""
    environment = Environment(
        loader=PackageLoader("orchestration"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    return environment.get_template(name)
