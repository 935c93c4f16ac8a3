"""From a trait to what YAML may say for it: a JSON Schema fragment and a type name as text.

Extra keywords: ``x-callable`` (code may stand here, YAML cannot say it), ``x-caseless`` (enum words
match in any case), ``x-class`` (a string that names a class below this one).
"""

from jupyterhub import traitlets as hub
from traitlets import traitlets as tr

# A number and a suffix of 1024s, as float() and JupyterHub's table read them; a sign or "_" is
# also read but never meant.
BYTES = r"^\s*([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*[KMGT]$"
NOTHING = {"not": {}}


def schema(trait, name=""):
    """The fragment for one trait; the name tells an untyped hook from other untyped traits."""
    shape = _bare(trait, name)
    return nullable(shape) if trait.allow_none else shape


def written(trait, name):
    """The same where it stands as the trait itself: a list or set also takes one lone string."""
    shape = schema(trait, name)
    lone = isinstance(trait, tr.List | tr.Set) and not isinstance(trait, tr.Tuple)
    item = shape.get("items", {})
    if lone and "string" in (_types(item) or ["string"]) and "not" not in item:
        return {**shape, "type": sorted({*_types(shape), "string"})}
    return shape


def type_name(trait):
    """The trait's type as text, such as ``Dict[Unicode, List[Unicode]]?`` (``?``: null allowed)."""
    inner = _inner_names(trait)
    text = type(trait).__name__ + (f"[{', '.join(inner)}]" if inner else "")
    return text + ("?" if trait.allow_none and not isinstance(trait, tr.Any) else "")


def _bare(trait, name):
    match trait:
        case hub.Callable() | tr.Callable():
            return {**NOTHING, "x-callable": True}
        case hub.ByteSpecification():
            return {"type": ["number", "string"], "pattern": BYTES}
        case hub.Command():
            return {**_sequence(trait), "type": ["array", "string"]}
        case tr.Union():
            return _joined([schema(part) for part in trait.trait_types])
        case tr.Bool():
            return {"type": "boolean"}
        case tr.CUnicode():
            return {}
        case tr.Unicode() | tr.Bytes():
            return {"type": "string"}
        case tr.Int():
            return _bounded("integer", trait)
        case tr.Float():
            return _bounded("number", trait)
        case tr.UseEnum():
            return {"enum": list(trait.enum_class.__members__)}
        case tr.CaselessStrEnum():
            return {"enum": list(trait.values), "x-caseless": True}
        case tr.Enum():
            return {"enum": list(trait.values)}
        case tr.Tuple():
            return _tuple(trait)
        case tr.List() | tr.Set():
            return _sequence(trait)
        case tr.Dict():
            return _map(trait)
        case tr.Type():
            return {"type": "string", "x-class": _class_name(trait.klass)}
        case tr.Instance():
            return {**NOTHING, "x-class": _class_name(trait.klass)}
        case tr.Any():
            return {"type": "null", "x-callable": True} if name.endswith("_hook") else {}
    if type(trait).__name__ == "Handlers":
        return {"type": "array", "items": {**NOTHING, "x-class": "logging.Handler"}}
    raise TypeError(f"no shape for {type(trait).__name__} ({name}): say here what YAML may write")


def _class_name(klass):
    return klass if isinstance(klass, str) else f"{klass.__module__}.{klass.__name__}"


def _bounded(kind, trait):
    """Bounds appear only where the trait has finite ones."""
    finite = lambda bound: bound is not None and abs(bound) != float("inf")
    shape = {"type": kind}
    shape |= {"minimum": trait.min} if finite(trait.min) else {}
    return shape | ({"maximum": trait.max} if finite(trait.max) else {})


def _sequence(trait):
    """Items of an untyped set are scalars, as Python can put nothing else into one."""
    shape = {"type": "array", **_child("items", trait._trait)}
    if isinstance(trait, tr.Set) and "items" not in shape:
        shape["items"] = {"type": ["boolean", "null", "number", "string"]}
    shape |= {"minItems": trait._minlen} if trait._minlen else {}
    return shape | ({"maxItems": trait._maxlen} if trait._maxlen < 2**31 else {})


def _tuple(trait):
    """A tuple with a type a place is an array of just that many items (draft-07 wording)."""
    if not trait._traits:
        return {"type": "array"}
    count = len(trait._traits)
    items = [schema(part) for part in trait._traits]
    if all(item == items[0] for item in items):
        items = items[0]
    return {"type": "array", "items": items, "minItems": count, "maxItems": count}


def _map(trait):
    shape = {"type": "object", **_child("additionalProperties", trait._value_trait)}
    if isinstance(trait._key_trait, tr.Enum):
        shape["propertyNames"] = schema(trait._key_trait)
    if trait._per_key_traits:
        shape["properties"] = {k: schema(v) for k, v in trait._per_key_traits.items()}
    return shape


def _child(keyword, trait):
    inner = schema(trait) if trait is not None else {}
    return {keyword: inner} if inner else {}


def _joined(parts):
    """One fragment with a list of types while no two parts share a type, else ``anyOf``."""
    code = {"x-callable": True} if any(p.get("x-callable") for p in parts) else {}
    said = [p for p in parts if "not" not in p]
    if not said:
        return {**NOTHING, **code}
    if any(not p for p in said):
        return code
    said = [{k: v for k, v in p.items() if k != "x-callable"} for p in said]
    said = [p for i, p in enumerate(said) if p not in said[:i]]
    types = [t for p in said for t in _types(p)]
    if all("type" in p for p in said) and len(set(types)) == len(types):
        merged = {k: v for p in said for k, v in p.items()}
        return {**merged, "type": types[0] if len(types) == 1 else sorted(types), **code}
    return {"anyOf": said, **code}


def _types(shape):
    types = shape.get("type", [])
    return [types] if isinstance(types, str) else list(types)


def nullable(shape):
    """The same shape that also takes null."""
    if "not" in shape:
        return {"type": "null", **{k: v for k, v in shape.items() if k != "not"}}
    if "enum" in shape:
        return shape if None in shape["enum"] else {**shape, "enum": [*shape["enum"], None]}
    if "anyOf" in shape:
        return {**shape, "anyOf": [*shape["anyOf"], {"type": "null"}]}
    if "type" in shape and "null" not in _types(shape):
        return {**shape, "type": sorted([*_types(shape), "null"])}
    return shape


def _inner_names(trait):
    match trait:
        case tr.Union():
            return [type_name(part) for part in trait.trait_types]
        case tr.Tuple():
            return [type_name(part) for part in trait._traits]
        case tr.List() | tr.Set():
            return [type_name(trait._trait)] if _typed(trait._trait) else []
        case tr.Dict():
            key, value = trait._key_trait, trait._value_trait
            if not _typed(key) and not _typed(value):
                return []
            return [type_name(part) if part else "Any" for part in (key, value)]
        case tr.UseEnum():
            return list(trait.enum_class.__members__)
        case tr.Enum():
            return [str(value) for value in trait.values]
        case tr.Type() | tr.Instance():
            return [_class_name(trait.klass)]
    return []


def _typed(trait):
    return trait is not None and type(trait) is not tr.Any
