"""Who may call what: the one table of it. A route that is not here keeps the API from starting."""

from dataclasses import dataclass

from product_importer.access.roles import Role, Scope

V1 = "/api/v1"


@dataclass(frozen=True)
class Rule:
    """The least role a person needs, and the scopes of which a key needs one; `open` needs neither."""

    least: Role = Role.VIEWER
    scopes: frozenset[Scope] = frozenset()
    open: bool = False


OPEN = Rule(open=True)
SIGNED_IN = Rule(Role.VIEWER, frozenset(Scope))
PERSON = Rule(Role.VIEWER)
READ = Rule(Role.VIEWER, frozenset({Scope.READ}))
# A program that only imports follows its import, and looks at what it may take back.
READ_IMPORTS = Rule(Role.VIEWER, frozenset({Scope.READ, Scope.IMPORT}))
READ_EVENTS = Rule(Role.VIEWER, frozenset({Scope.READ, Scope.WEBHOOKS}))
WRITE = Rule(Role.EDITOR, frozenset({Scope.WRITE}))
IMPORT = Rule(Role.EDITOR, frozenset({Scope.IMPORT}))
JOBS = Rule(Role.EDITOR, frozenset({Scope.WRITE, Scope.IMPORT}))
# The address of a webhook is often a secret by itself, so viewers do not read it either.
WEBHOOKS = Rule(Role.EDITOR, frozenset({Scope.WEBHOOKS}))
KEYS = Rule(Role.VIEWER, frozenset({Scope.ADMIN}))
ADMIN = Rule(Role.ADMIN, frozenset({Scope.ADMIN}))

RULES: dict[str, Rule] = {
    # The catalogue
    f"GET {V1}/products": READ,
    f"POST {V1}/products": WRITE,
    f"DELETE {V1}/products": WRITE,
    f"GET {V1}/products/export": READ,
    f"GET {V1}/products/attributes": READ,
    f"POST {V1}/products/bulk": WRITE,
    f"GET {V1}/products/{{product_id}}": READ,
    f"PUT {V1}/products/{{product_id}}": WRITE,
    f"PATCH {V1}/products/{{product_id}}": WRITE,
    f"DELETE {V1}/products/{{product_id}}": WRITE,
    f"POST {V1}/products/{{product_id}}/restore": WRITE,
    f"GET {V1}/products/{{product_id}}/history": READ,
    f"GET {V1}/views": READ,
    f"POST {V1}/views": WRITE,
    f"GET {V1}/views/{{view_id}}": READ,
    f"PUT {V1}/views/{{view_id}}": WRITE,
    f"DELETE {V1}/views/{{view_id}}": WRITE,
    f"GET {V1}/events": READ_EVENTS,
    f"GET {V1}/event-types": READ_EVENTS,
    f"GET {V1}/webhooks/event-types": READ_EVENTS,
    # Files and imports
    f"POST {V1}/uploads": IMPORT,
    f"GET {V1}/uploads/{{upload_id}}": READ_IMPORTS,
    f"PATCH {V1}/uploads/{{upload_id}}": IMPORT,
    f"OPTIONS {V1}/uploads/resumable": IMPORT,
    f"POST {V1}/uploads/resumable": IMPORT,
    f"OPTIONS {V1}/uploads/resumable/{{upload_id}}": IMPORT,
    f"HEAD {V1}/uploads/resumable/{{upload_id}}": IMPORT,
    f"PATCH {V1}/uploads/resumable/{{upload_id}}": IMPORT,
    f"POST {V1}/uploads/resumable/{{upload_id}}": IMPORT,
    f"DELETE {V1}/uploads/resumable/{{upload_id}}": IMPORT,
    f"GET {V1}/profiles": READ_IMPORTS,
    f"POST {V1}/profiles": IMPORT,
    f"GET {V1}/profiles/{{profile_id}}": READ_IMPORTS,
    f"PUT {V1}/profiles/{{profile_id}}": IMPORT,
    f"DELETE {V1}/profiles/{{profile_id}}": IMPORT,
    f"GET {V1}/imports": READ_IMPORTS,
    f"POST {V1}/imports": IMPORT,
    f"GET {V1}/imports/{{import_id}}": READ_IMPORTS,
    f"POST {V1}/imports/{{import_id}}/confirm": IMPORT,
    f"POST {V1}/imports/{{import_id}}/cancel": IMPORT,
    f"GET {V1}/imports/{{import_id}}/drift": READ_IMPORTS,
    f"GET {V1}/imports/{{import_id}}/rejects": READ_IMPORTS,
    f"GET {V1}/imports/{{import_id}}/undo": READ_IMPORTS,
    f"POST {V1}/imports/{{import_id}}/undo": IMPORT,
    # Background jobs
    f"GET {V1}/jobs": READ_IMPORTS,
    f"GET {V1}/jobs/{{job_id}}": READ_IMPORTS,
    f"DELETE {V1}/jobs/{{job_id}}": JOBS,
    f"GET {V1}/jobs/{{job_id}}/events": READ_IMPORTS,
    f"GET {V1}/jobs/{{job_id}}/kept": READ_IMPORTS,
    f"GET {V1}/jobs/{{job_id}}/undo": READ_IMPORTS,
    f"POST {V1}/jobs/{{job_id}}/undo": JOBS,
    # Webhooks
    f"GET {V1}/webhooks": WEBHOOKS,
    f"POST {V1}/webhooks": WEBHOOKS,
    f"GET {V1}/webhooks/{{webhook_id}}": WEBHOOKS,
    f"PUT {V1}/webhooks/{{webhook_id}}": WEBHOOKS,
    f"PATCH {V1}/webhooks/{{webhook_id}}": WEBHOOKS,
    f"DELETE {V1}/webhooks/{{webhook_id}}": WEBHOOKS,
    f"POST {V1}/webhooks/{{webhook_id}}/rotate-secret": WEBHOOKS,
    f"POST {V1}/webhooks/{{webhook_id}}/test": WEBHOOKS,
    f"POST {V1}/webhooks/{{webhook_id}}/replay": WEBHOOKS,
    f"GET {V1}/webhooks/{{webhook_id}}/deliveries": WEBHOOKS,
    f"GET {V1}/webhooks/{{webhook_id}}/logs": WEBHOOKS,
    f"GET {V1}/webhooks/{{webhook_id}}/stats": WEBHOOKS,
    f"GET {V1}/deliveries/{{delivery_id}}": WEBHOOKS,
    f"POST {V1}/deliveries/{{delivery_id}}/redeliver": WEBHOOKS,
    # Who one is; a stranger may log in, and open a link that was sent to them
    f"GET {V1}/session": OPEN,
    f"POST {V1}/session": OPEN,
    f"DELETE {V1}/session": OPEN,
    f"GET {V1}/openid/login": OPEN,
    f"GET {V1}/openid/callback": OPEN,
    f"POST {V1}/links/look": OPEN,
    f"POST {V1}/links/use": OPEN,
    f"GET {V1}/whoami": SIGNED_IN,
    f"GET {V1}/sessions": PERSON,
    f"DELETE {V1}/sessions": PERSON,
    f"DELETE {V1}/sessions/{{session_id}}": PERSON,
    f"PUT {V1}/password": PERSON,
    # Keys: one's own, or as an admin everybody's
    f"GET {V1}/keys": KEYS,
    f"POST {V1}/keys": KEYS,
    f"DELETE {V1}/keys/{{key_id}}": KEYS,
    # Who else may come in
    f"GET {V1}/users": ADMIN,
    f"POST {V1}/users": ADMIN,
    f"GET {V1}/users/{{user_id}}": ADMIN,
    f"PATCH {V1}/users/{{user_id}}": ADMIN,
    f"DELETE {V1}/users/{{user_id}}": ADMIN,
    f"DELETE {V1}/users/{{user_id}}/sessions": ADMIN,
    f"POST {V1}/users/{{user_id}}/link": ADMIN,
    f"GET {V1}/access-events": ADMIN,
    # How the installation is doing
    f"GET {V1}/status": READ,
    f"GET {V1}/workers": READ,
    "GET /metrics": READ,
    "GET /health/live": OPEN,
    "GET /health/ready": OPEN,
    # Other spellings, each as the route it stands for
    "GET /api/products": READ,
    "POST /api/products": WRITE,
    "DELETE /api/products": WRITE,
    "DELETE /api/products/bulk": WRITE,
    "GET /api/products/{product_id}": READ,
    "PUT /api/products/{product_id}": WRITE,
    "DELETE /api/products/{product_id}": WRITE,
    "POST /api/upload": IMPORT,
    "POST /api/uploads": IMPORT,
    "POST /api/uploads/": IMPORT,
    "GET /api/upload/status/{job_id}": READ_IMPORTS,
    "GET /api/uploads/{job_id}": READ_IMPORTS,
    "GET /api/uploads/{job_id}/status": READ_IMPORTS,
    "GET /api/jobs/{job_id}": READ_IMPORTS,
    "GET /api/progress/{task_id}": READ_IMPORTS,
    "GET /api/webhooks": WEBHOOKS,
    "POST /api/webhooks": WEBHOOKS,
    "GET /api/webhooks/{webhook_id}": WEBHOOKS,
    "PUT /api/webhooks/{webhook_id}": WEBHOOKS,
    "DELETE /api/webhooks/{webhook_id}": WEBHOOKS,
    "POST /api/webhooks/{webhook_id}/test": WEBHOOKS,
    "GET /api/webhooks/{webhook_id}/logs": WEBHOOKS,
    f"GET {V1}/products/": READ,
    f"POST {V1}/products/": WRITE,
    f"DELETE {V1}/products/all": WRITE,
    f"POST {V1}/products/upload": IMPORT,
    f"GET {V1}/products/upload/{{task_id}}/status": READ_IMPORTS,
    f"GET {V1}/products/delete/{{task_id}}/status": READ_IMPORTS,
    f"GET {V1}/webhooks/": WEBHOOKS,
    f"POST {V1}/webhooks/": WEBHOOKS,
    f"GET {V1}/celery/workers": READ,
    f"POST {V1}/celery/test": JOBS,
    f"GET {V1}/celery/task/{{task_id}}": READ_IMPORTS,
    f"DELETE {V1}/celery/task/{{task_id}}": JOBS,
    "GET /api/health": OPEN,
    f"GET {V1}/hello": OPEN,
    # What describes the API
    "GET /api/openapi.json": SIGNED_IN,
    "HEAD /api/openapi.json": SIGNED_IN,
    "GET /api/docs": SIGNED_IN,
    "GET /api/docs/start.js": SIGNED_IN,
    "GET /api/redoc": SIGNED_IN,
    "GET /api/redoc/redoc.js": SIGNED_IN,
    "* /api/docs/assets": SIGNED_IN,
    "* /api/{path}": SIGNED_IN,
    # The web UI's files, the login page among them; they hold nothing of the catalogue
    "* /assets": OPEN,
    "GET /{path}": OPEN,
    "HEAD /{path}": OPEN,
}
