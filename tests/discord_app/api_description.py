"""Check requests against Discord's own description of its API."""

from __future__ import annotations

import functools
import json
import re
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator
from jsonschema.validators import extend
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.conftest import SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jsonschema import ValidationError
    from simcord import HttpLogEntry

_DESCRIPTION = SHARED / "discord" / "openapi.json"
_SMALLEST_ID = 10**15
_ROOT = "urn:discord"


def assert_requests_are_valid(requests: Iterable[HttpLogEntry]) -> int:
    """Check every request with a JSON body; return how many there were. Without ../shared: none."""
    if not _DESCRIPTION.is_file():
        return 0
    checked = 0
    for request in requests:
        if request.json is None or request.method not in {"POST", "PUT", "PATCH"}:
            continue
        problem = find_problem(request.method, request.path, request.json)
        assert problem is None, problem
        checked += 1
    return checked


def find_problem(method: str, path: str, body: Any) -> str | None:
    """Return what is wrong with a request's JSON, if anything. Without ../shared: ``None``."""
    if not _DESCRIPTION.is_file():
        return None
    problem = _problem(method.lower(), _template_of(path), json.dumps(_as_on_the_wire(body)))
    return f"{method} {path}: {problem}" if problem else None


# Most tests' bots tell Discord of the same commands, in all languages: a second to check.
@functools.lru_cache(maxsize=500)
def _problem(method: str, template: str, body: str) -> str | None:
    errors = _validator(method, template).iter_errors(json.loads(body))
    worst = min(errors, key=lambda error: len(error.path), default=None)
    return worst.message[:600] if worst else None


def _as_on_the_wire(value: Any) -> Any:
    """Write ids as strings; Discord takes numbers for them too, and discord.py sends such."""
    if isinstance(value, dict):
        wire: dict[str, Any] = {
            name: str(item)
            if name.endswith("_id") and isinstance(item, int)
            else _as_on_the_wire(item)
            for name, item in value.items()
        }
        for file in wire.get("attachments", ()):
            file["id"] = str(file["id"])  # a file that is sent along is numbered from 0
        return wire
    if isinstance(value, list):
        return [_as_on_the_wire(item) for item in value]
    is_id = isinstance(value, int) and not isinstance(value, bool) and value >= _SMALLEST_ID
    return str(value) if is_id else value


@functools.cache
def _description() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_DESCRIPTION.read_text(encoding="utf-8"))
    return loaded


@functools.cache
def _registry() -> Registry[Any]:
    resource = Resource.from_contents(_description(), default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_ROOT, resource)
    return registry


@functools.cache
def _template_of(path: str) -> str:
    """Find the path of the description that a request's path is an instance of."""
    fits = [
        template
        for template in _description()["paths"]
        if re.fullmatch(re.sub(r"\\\{[^}]*\\\}", "[^/]+", re.escape(template)), path)
    ]
    assert fits, f"Discord's API has no path {path}"
    template: str = min(fits, key=lambda fit: fit.count("{"))
    return template


@functools.cache
def _validator(method: str, template: str) -> Any:
    operation = _description()["paths"][template].get(method)
    assert operation, f"Discord's API has no {method} {template}"
    pointer = template.replace("~", "~0").replace("/", "~1")
    schema = {
        "$ref": f"{_ROOT}#/paths/{pointer}/{method}/requestBody/content/application~1json/schema"
    }
    return _quick_kind()(schema, registry=_registry())


@functools.cache
def _quick_kind() -> Any:
    """Return jsonschema's validator, made quicker where a value fits an option.

    By itself it lists all that is wrong with the value by each option before the one that fits,
    and Discord's components have dozens of options, one within the other.
    """
    kind: Any = extend(  # type: ignore[no-untyped-call]
        Draft202012Validator, {"anyOf": _any_of, "oneOf": _one_of}
    )
    return kind


def _any_of(
    validator: Any, options: Sequence[Any], value: Any, schema: Any
) -> Iterator[ValidationError]:
    if not any(_fits(validator, value, option) for option in options):
        yield from Draft202012Validator.VALIDATORS["anyOf"](validator, options, value, schema)


def _one_of(
    validator: Any, options: Sequence[Any], value: Any, schema: Any
) -> Iterator[ValidationError]:
    if sum(_fits(validator, value, option) for option in options) != 1:
        yield from Draft202012Validator.VALIDATORS["oneOf"](validator, options, value, schema)


def _fits(validator: Any, value: Any, option: Any) -> bool:
    return next(validator.descend(value, option), None) is None
