"""Names of people, organisations and countries: do two agree, which of a story belong together, where do they stand?"""

from __future__ import annotations

from service.text.names.countries import fold_demonym
from service.text.names.find import find_names
from service.text.names.groups import group_names
from service.text.names.kinds import Kind, kind_of, same_name
from service.text.names.model import NameGroup, NameMatch, NameMention
from service.text.names.organisations import same_organisation
from service.text.names.people import same_person

__all__ = [
    "Kind",
    "NameGroup",
    "NameMatch",
    "NameMention",
    "find_names",
    "fold_demonym",
    "group_names",
    "kind_of",
    "same_name",
    "same_organisation",
    "same_person",
]
