"""A package for the import cases."""
VERSION = '1.0'
from . import tools
