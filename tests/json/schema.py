"""As much of JSON Schema as `ringside explain --json-schema` uses. An unknown keyword is an error: nothing is passed over."""
import json
import re

PASSIVE = {'$schema', '$defs', 'title', 'description'}
TYPES = {
    'object': lambda v: isinstance(v, dict),
    'array': lambda v: isinstance(v, list),
    'string': lambda v: isinstance(v, str),
    'integer': lambda v: isinstance(v, int) and not isinstance(v, bool),
    'null': lambda v: v is None,
}


def unique(pairs):
    """For object_pairs_hook: an object that names a member twice is no use to anybody."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names):
        raise ValueError(f'a member twice: {names}')
    return dict(pairs)


def parse(line):
    return json.loads(line, object_pairs_hook=unique)


def same(a, b):
    return type(a) is type(b) and a == b


class Schema:
    def __init__(self, text):
        self.root = json.loads(text)
        self.defs = self.root['$defs']

    def error(self, value, schema=None, where='line'):
        """None, or what is wrong."""
        schema = self.root if schema is None else schema
        for key, want in schema.items():
            if key in PASSIVE:
                continue
            wrong = getattr(self, 'check_' + key.replace('$', ''))(value, want, schema, where)
            if wrong:
                return wrong
        return None

    def check_ref(self, v, want, _, where):
        return self.error(v, self.defs[want.removeprefix('#/$defs/')], where)

    def check_oneOf(self, v, want, _, where):
        wrong = [self.error(v, s, where) for s in want]
        if wrong.count(None) == 1:
            return None
        return f'{where}: {wrong.count(None)} forms fit: {json.dumps(v)[:300]}: {[w for w in wrong if w][-3:]}'

    def check_anyOf(self, v, want, _, where):
        wrong = [self.error(v, s, where) for s in want]
        return None if None in wrong else f'{where}: no form fits: {json.dumps(v)[:300]}: {wrong[-1]}'

    def check_not(self, v, want, _, where):
        return f'{where}: {v!r} is excluded' if self.error(v, want, where) is None else None

    def check_type(self, v, want, _, where):
        names = want if isinstance(want, list) else [want]
        return None if any(TYPES[n](v) for n in names) else f'{where}: not {want}: {v!r}'

    def check_enum(self, v, want, _, where):
        return None if any(same(v, w) for w in want) else f'{where}: not one of {want}: {v!r}'

    def check_const(self, v, want, _, where):
        return None if same(v, want) else f'{where}: not {want!r}: {v!r}'

    def check_pattern(self, v, want, _, where):
        return f'{where}: not like {want}: {v!r}' if isinstance(v, str) and not re.search(want, v) else None

    def check_properties(self, v, want, _, where):
        if not isinstance(v, dict):
            return None
        for name, schema in want.items():
            wrong = self.error(v[name], schema, f'{where}.{name}') if name in v else None
            if wrong:
                return wrong
        return None

    def check_additionalProperties(self, v, want, schema, where):
        if not isinstance(v, dict):
            return None
        for name in v.keys() - schema.get('properties', {}).keys():
            wrong = f'{where}: has {name!r}' if want is False else self.error(v[name], want, f'{where}.{name}')
            if wrong:
                return wrong
        return None

    def check_propertyNames(self, v, want, _, where):
        if not isinstance(v, dict):
            return None
        return next((w for w in (self.error(name, want, where) for name in v) if w), None)

    def check_required(self, v, want, _, where):
        missing = [name for name in want if isinstance(v, dict) and name not in v]
        return f'{where}: lacks {missing}' if missing else None

    def check_items(self, v, want, _, where):
        if not isinstance(v, list):
            return None
        return next((w for w in (self.error(item, want, f'{where}[]') for item in v) if w), None)

    def check_minItems(self, v, want, _, where):
        return f'{where}: fewer than {want}' if isinstance(v, list) and len(v) < want else None

    def check_maxItems(self, v, want, _, where):
        return f'{where}: more than {want}' if isinstance(v, list) and len(v) > want else None

    def check_minProperties(self, v, want, _, where):
        return f'{where}: fewer members than {want}' if isinstance(v, dict) and len(v) < want else None

    def check_maxProperties(self, v, want, _, where):
        return f'{where}: more members than {want}' if isinstance(v, dict) and len(v) > want else None
