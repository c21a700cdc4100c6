"""Returns that nobody publishes: the template that a body fills in, and the page that explains it.

Both are made from the publication's own YAML, so that they ask for what the reader takes.
"""

from orchestration.returns.files import write_template
from orchestration.returns.template import ReturnTemplate, template_of, templates

__all__ = ["ReturnTemplate", "template_of", "templates", "write_template"]
