"""Seeds and publication layouts as typed objects; nothing else reads those files."""

from orchestration.catalogue.errors import CatalogueError
from orchestration.catalogue.load import Catalogue, load_catalogue
from orchestration.catalogue.publication import Publication
from orchestration.catalogue.tables import Table

__all__ = ["Catalogue", "CatalogueError", "Publication", "Table", "load_catalogue"]
