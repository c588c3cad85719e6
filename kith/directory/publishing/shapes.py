"""The parameters and the shapes that the description of the interface names. Shapes say what is always there; the
whole of each is in the standard. Nothing is ever null: what has no value is left out."""

from kith.directory.occurrences import CODES

UUID = {"type": "string", "format": "uuid"}
TEXT, WHOLE, YES_OR_NO = {"type": "string"}, {"type": "integer", "minimum": 1}, {"type": "boolean"}
MOMENT = {"type": "string", "format": "date-time"}
DAY_OR_MOMENT = {"type": "string", "anyOf": [{"format": "date"}, {"format": "date-time"}]}
POSTCODE = {
    "type": "string",
    "pattern": "^[A-PR-UWYZ]([A-HK-Y]?[0-9]{1,2}|[0-9][A-HJKPSTUW]|[A-HK-Y][0-9][ABEHMNPRVWXY])"
    "( ?[0-9][ABD-HJLNP-UW-Z]{2})?$",
}
CLOCK = {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}


def _parameter(name: str, words: str, schema: dict, where: str = "query") -> dict:
    told = {"name": name, "in": where, "description": words, "schema": schema}
    return told | {"required": True} if where == "path" else told


def _shape(required: dict, optional: dict | None = None) -> dict:
    return {"type": "object", "required": list(required), "properties": required | (optional or {})}


PARAMETERS = {
    each["name"]: each
    for each in (
        _parameter("open_id", "The id as it stands in a list.", UUID, "path"),
        _parameter("page", "Which page, from 1.", WHOLE | {"maximum": 1_000_000_000}),
        _parameter("per_page", "How many on a page; 50 unless asked otherwise.", WHOLE | {"maximum": 1000}),
        _parameter("format", "Always json.", {"type": "string", "enum": ["json"]}),
        _parameter("search", "Words that all have to be there.", TEXT | {"maxLength": 300, "pattern": "^[^\\x00]*$"}),
        _parameter("taxonomy_term_id", "Only what stands under this term.", UUID),
        _parameter("taxonomy_id", "Only what stands under a term of this taxonomy.", UUID),
        _parameter("organization_id", "Only what this organisation runs.", UUID),
        _parameter("modified_after", "Only what has changed at or after this moment or day.", DAY_OR_MOMENT),
        _parameter("minimal", "Only id, name, status and last_modified.", YES_OR_NO),
        _parameter("full", "With everything that belongs to each.", YES_OR_NO),
        _parameter("full_service", "With all of each service that it runs.", YES_OR_NO),
        _parameter("day", "Only what is on this day of the week.", {"type": "string", "enum": list(CODES)}),
        _parameter("start_time", "Only what begins at this time of day or later.", CLOCK | {"example": "10:00"}),
        _parameter("end_time", "Only what ends at this time of day or earlier.", CLOCK | {"example": "16:00"}),
        _parameter("postcode", "Only what is in this postcode, or in its first half.", POSTCODE | {"example": "LS1"}),
        _parameter(
            "proximity",
            "At most so many metres from the middle of the postcode beside it.",
            WHOLE | {"maximum": 200000},
        ),
        _parameter("top_only", "Only terms without a wider one: here, all of them.", YES_OR_NO),
        _parameter("parent_id", "Only terms under this one: here, none.", UUID),
        _parameter("afterTimestamp", "“modified” of the last item seen.", {"type": "integer", "minimum": 0}),
        _parameter("afterId", "The id of the last item seen, with afterTimestamp beside it.", UUID),
    )
}

_NAMED = {"id": UUID, "name": TEXT}
_ITEM = {"state": {"enum": ["updated", "deleted"]}, "kind": TEXT, "id": TEXT, "modified": {"type": "integer"}}
SCHEMAS: dict[str, dict] = {
    "Message": _shape({"message": TEXT}),
    "ApiDetails": _shape({"version": {"const": "HSDS-UK-3.0"}, "profile": TEXT, "openapi_url": TEXT}),
    "Page": _shape(
        {
            "total_items": {"type": "integer"},
            "total_pages": {"type": "integer"},
            "page_number": {"type": "integer"},
            "size": {"type": "integer"},
            "first_page": {"type": "boolean"},
            "last_page": {"type": "boolean"},
            "empty": {"type": "boolean"},
            "contents": {"type": "array"},
        }
    ),
    "Service": _shape(
        _NAMED | {"status": {"enum": ["active"]}, "last_modified": MOMENT},
        {
            "organization_id": UUID,
            "description": TEXT,
            "url": TEXT,
            "email": TEXT,
            "fees": TEXT,
            "application_process": TEXT,
            "assured_date": {"type": "string", "format": "date"},
            "organization": {"$ref": "#/components/schemas/Organization"},
            "schedules": {"type": "array"},
            "cost_options": {"type": "array"},
            "contacts": {"type": "array"},
            "phones": {"type": "array"},
            "service_at_locations": {"type": "array"},
            "attributes": {"type": "array"},
            "kith": {"type": "object", "description": "What the standard has no field for."},
        },
    ),
    "Organization": _shape(_NAMED | {"description": TEXT}, {"website": TEXT, "services": {"type": "array"}}),
    "Taxonomy": _shape(_NAMED | {"description": TEXT}, {"uri": TEXT}),
    "TaxonomyTerm": _shape(_NAMED | {"description": TEXT, "taxonomy": TEXT, "taxonomy_id": UUID}, {"term_uri": TEXT}),
    "ServiceAtLocation": _shape(
        {"id": UUID, "service_id": UUID, "location_id": UUID, "location": {"type": "object"}},
        {"service": {"$ref": "#/components/schemas/Service"}},
    ),
    "Feed": _shape(
        {
            "next": TEXT,
            "items": {"type": "array", "items": _shape(_ITEM, {"data": {"type": "object"}})},
            "license": TEXT,
        }
    ),
    "OpenAPI": _shape({"openapi": TEXT, "info": {"type": "object"}, "paths": {"type": "object"}}),
}
