"""What the packages do not say by machine: credentials, inner shapes, classes that no hub reads."""

# Configurable classes that live in another process (single-user servers, services, sub-commands)
# or that nothing can configure; a section of that name in a hub's configuration has no effect.
NOT_IN_A_HUB = {
    "BaseJSONConfigManager",
    "HubAuth",
    "HubOAuth",
    "NewToken",
    "Service",
    "SingleUserNotebookAppMixin",
    "UpgradeDB",
    "_ServiceSpawner",
}

# Where a credential stands: "value" is the trait itself, "keys" and "values" those of a map,
# anything else a path below the trait ("[]" is any item).
CREDENTIALS = {
    "ConfigurableHTTPProxy.auth_token": "value",
    "CryptKeeper.keys": "values",
    "DummyAuthenticator.password": "value",
    "GitHubOAuthenticator.github_client_secret": "value",
    "HMACAuthenticator.secret_key": "value",
    "JupyterHub.api_tokens": "keys",
    "JupyterHub.cookie_secret": "value",
    "JupyterHub.proxy_auth_token": "value",
    "JupyterHub.service_tokens": "keys",
    "JupyterHub.services": "[].api_token",
    "LDAPAuthenticator.lookup_dn_search_password": "value",
    "LTI11Authenticator.consumers": "values",
    "NativeAuthenticator.recaptcha_secret": "value",
    "NativeAuthenticator.secret_key": "value",
    "NativeAuthenticator.self_approval_server": "pwd",
    "OAuthenticator.client_secret": "value",
    "SharedPasswordAuthenticator.admin_password": "value",
    "SharedPasswordAuthenticator.password_groups": "keys",
    "SharedPasswordAuthenticator.user_password": "value",
}

STRING = {"type": "string"}
STRINGS = {"type": "array", "items": STRING}
# a list or set trait also takes one lone string
STRING_OR_STRINGS = {**STRINGS, "type": ["array", "string"]}
BOOLEAN = {"type": "boolean"}


def closed(properties, required=()):
    shape = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**shape, "required": list(required)} if required else shape


def _action_needs(action, key):
    """An action of CILogon's username derivation that cannot be without one more key."""
    is_action = {"properties": {"action": {"const": action}}, "required": ["action"]}
    return {"if": is_action, "then": {"required": [key]}}


_CILOGON_DERIVATION = {
    **closed(
        {
            "username_claim": STRING,
            "action": {"enum": ["prefix", "strip_idp_domain"]},
            "domain": STRING,
            "prefix": STRING,
        },
        ["username_claim"],
    ),
    "allOf": [_action_needs("strip_idp_domain", "domain"), _action_needs("prefix", "prefix")],
}
_CILOGON_IDPS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": "^([Hh][Tt][Tt][Pp][Ss]?|[Uu][Rr][Nn]):"},
    "additionalProperties": closed(
        {
            "allow_all": BOOLEAN,
            "allowed_domains": STRINGS,
            "allowed_domains_claim": STRING,
            "default": BOOLEAN,
            "username_derivation": _CILOGON_DERIVATION,
        },
        ["username_derivation"],
    ),
}
# bytes.fromhex passes over blanks between the pairs
_HEX = {"type": "string", "pattern": "^\\s*([0-9A-Fa-f]{2}\\s*)*$"}

# 32 bytes: as they are, in hexadecimal, or in URL-safe Base64
_KEY = {"type": "string", "pattern": "^([0-9A-Fa-f]{64}|[A-Za-z0-9_-]{43}=|.{32})$"}

# Values that a validator of the class checks after the trait did, or that are only read later
# by code that knows the inner keys (read in the sources of the pinned versions).
SHAPES = {
    "Authenticator.admin_users": STRING_OR_STRINGS,
    "Authenticator.allowed_users": STRING_OR_STRINGS,
    "Authenticator.blocked_users": STRING_OR_STRINGS,
    "Authenticator.whitelist": STRING_OR_STRINGS,
    "CILogonOAuthenticator.allowed_idps": _CILOGON_IDPS,
    "CILogonOAuthenticator.idps": _CILOGON_IDPS,
    "CryptKeeper.keys": {**_KEY, "type": ["array", "string"], "items": _KEY},
    "HMACAuthenticator.secret_key": _HEX,
    "JupyterHub.admin_users": STRING_OR_STRINGS,
    "JupyterHub.cookie_secret": _HEX,
    "JupyterHub.custom_scopes": {
        "type": "object",
        "propertyNames": {"pattern": "^custom:"},
        "additionalProperties": closed(
            {"description": STRING, "subscopes": STRINGS}, ["description"]
        ),
    },
    "JupyterHub.load_groups": {
        "type": "object",
        "additionalProperties": {
            "type": ["array", "object"],
            "items": STRING,
            "properties": {"users": STRINGS, "properties": {"type": "object"}},
            "additionalProperties": False,
        },
    },
    "JupyterHub.load_roles": {
        "type": "array",
        "items": closed(
            {
                "name": STRING,
                "description": STRING,
                "scopes": STRINGS,
                "users": STRINGS,
                "groups": STRINGS,
                "services": STRINGS,
            },
            ["name"],
        ),
    },
    "JupyterHub.subdomain_hook": {"enum": ["idna", "legacy"], "x-callable": True},
    "NativeAuthenticator.self_approval_server": closed(
        {"url": STRING, "usr": STRING, "pwd": STRING}
    ),
    "Proxy.extra_routes": {"type": "object", "additionalProperties": STRING},
    "SharedPasswordAuthenticator.admin_password": {
        "anyOf": [{"type": "string", "minLength": 32}, {"enum": ["", None]}]
    },
    "SharedPasswordAuthenticator.user_password": {
        "anyOf": [{"type": "string", "minLength": 8}, {"enum": ["", None]}]
    },
    "Spawner.group_overrides": {
        "type": "object",
        "additionalProperties": closed(
            {"groups": STRINGS, "spawner_override": {"type": "object"}},
            ["groups", "spawner_override"],
        ),
        "x-callable": True,
    },
    "Spawner.options_from_form": {"enum": ["passthrough", "simple"], "x-callable": True},
}
