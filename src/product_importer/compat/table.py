"""Every other spelling of the API that answers, what to use instead, and which lines of the documents show it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from product_importer.compat import products, progress, tasks, uploads, webhooks
from product_importer.compat.welcome import hello
from product_importer.imports.arriving import FILE_BODY
from product_importer.jobs.router import EventStream


@dataclass(frozen=True)
class Spelling:
    """A method and path, the route it stands for, and the function that answers; without one, that route's own."""

    name: str
    successor: str
    lines: tuple[str, ...]
    answer: Callable[..., Any] | None = None
    status: int = 200
    documented: Mapping[str, Any] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return self.name.split(" ")[0]

    @property
    def path(self) -> str:
        return self.name.split(" ")[1]


_UPLOAD: Mapping[str, Any] = {"openapi_extra": FILE_BODY}
_STREAM: Mapping[str, Any] = {"response_class": EventStream, "responses": progress.LINES}
_ONE = "/api/products/{product_id:int}"
_HOOK = "/api/webhooks/{webhook_id:uuid}"
_TASK = "{task_id:uuid}"
_JOB = "{job_id:uuid}"

V1 = "/api/v1"
_V1_PRODUCT = f"{V1}/products/{{product_id}}"
_V1_HOOK = f"{V1}/webhooks/{{webhook_id}}"

# fmt: off
TABLE = (
    Spelling("GET /api/products", f"GET {V1}/products", ("000:224", "001:66", "004:347"), products.list_products),
    Spelling("POST /api/products", f"POST {V1}/products", ("000:225", "001:68", "004:349")),
    Spelling("DELETE /api/products", f"DELETE {V1}/products", ("000:229", "001:71"), products.delete_all_products, 202),
    Spelling("DELETE /api/products/bulk", f"DELETE {V1}/products", ("004:352",), products.delete_all_products, 202),
    Spelling(f"GET {_ONE}", f"GET {_V1_PRODUCT}", ("000:226", "004:348")),
    Spelling(f"PUT {_ONE}", f"PUT {_V1_PRODUCT}", ("000:227", "001:69", "004:350")),
    Spelling(f"DELETE {_ONE}", f"DELETE {_V1_PRODUCT}", ("000:228", "001:70", "004:351"), products.delete_product),

    Spelling("POST /api/upload", f"POST {V1}/imports", ("000:232", "004:358"), uploads.upload, 202, _UPLOAD),
    Spelling("POST /api/uploads", f"POST {V1}/imports", ("003:27",), uploads.upload, 202, _UPLOAD),
    Spelling("POST /api/uploads/", f"POST {V1}/imports", ("001:60",), uploads.upload, 202, _UPLOAD),
    Spelling(f"GET /api/upload/status/{_JOB}", f"GET {V1}/imports/{{job_id}}", ("000:233",), uploads.get_upload),
    Spelling(f"GET /api/uploads/{_JOB}", f"GET {V1}/imports/{{job_id}}", ("003:57",), uploads.get_upload),
    Spelling(f"GET /api/uploads/{_JOB}/status", f"GET {V1}/imports/{{job_id}}", ("001:62",), uploads.get_upload),
    Spelling(f"GET /api/jobs/{_JOB}", f"GET {V1}/jobs/{{job_id}}", ("001:63",)),
    Spelling(
        f"GET /api/progress/{_TASK}", f"GET {V1}/jobs/{{task_id}}/events", ("004:364", "004:368"),
        progress.watch_progress, documented=_STREAM,
    ),

    Spelling("GET /api/webhooks", f"GET {V1}/webhooks", ("000:236", "001:74", "004:381"), webhooks.list_webhooks),
    Spelling(
        "POST /api/webhooks", f"POST {V1}/webhooks", ("000:237", "001:75", "004:383"), webhooks.create_webhook, 201
    ),
    Spelling(f"GET {_HOOK}", f"GET {_V1_HOOK}", ("004:382",), webhooks.get_webhook),
    Spelling(f"PUT {_HOOK}", f"PUT {_V1_HOOK}", ("000:238", "001:76", "004:384"), webhooks.replace_webhook),
    Spelling(f"DELETE {_HOOK}", f"DELETE {_V1_HOOK}", ("000:239", "001:77", "004:385"), webhooks.delete_webhook),
    Spelling(f"POST {_HOOK}/test", f"POST {_V1_HOOK}/test", ("000:240", "001:78", "004:386")),
    Spelling(f"GET {_HOOK}/logs", f"GET {_V1_HOOK}/deliveries", ("004:387",), webhooks.list_logs),

    Spelling(f"GET {V1}/products/", f"GET {V1}/products", ("002:131",)),
    Spelling(f"POST {V1}/products/", f"POST {V1}/products", ("002:133",)),
    Spelling(f"DELETE {V1}/products/all", f"DELETE {V1}/products", ("002:136",), products.delete_all_products, 202),
    Spelling(f"POST {V1}/products/upload", f"POST {V1}/imports", ("002:137",), uploads.upload, 202, _UPLOAD),
    Spelling(
        f"GET {V1}/products/upload/{_TASK}/status", f"GET {V1}/imports/{{task_id}}", ("002:138", "002:231"),
        tasks.get_task,
    ),
    Spelling(
        f"GET {V1}/products/delete/{_TASK}/status", f"GET {V1}/jobs/{{task_id}}", ("002:139", "002:231"), tasks.get_task
    ),
    Spelling(f"GET {V1}/webhooks/", f"GET {V1}/webhooks", ("002:147",)),
    Spelling(f"POST {V1}/webhooks/", f"POST {V1}/webhooks", ("002:149",)),
    Spelling(f"GET {V1}/celery/workers", f"GET {V1}/workers", ("002:161",)),
    Spelling(f"POST {V1}/celery/test", f"GET {V1}/workers", ("002:162",), tasks.test_task, 202),
    Spelling(f"GET {V1}/celery/task/{_TASK}", f"GET {V1}/jobs/{{task_id}}", ("002:163",), tasks.get_task),
    Spelling(f"DELETE {V1}/celery/task/{_TASK}", f"DELETE {V1}/jobs/{{task_id}}", ("002:164",), tasks.cancel_task, 202),

    Spelling("GET /api/health", "GET /health/ready", ("000:244",)),
    Spelling(f"GET {V1}/hello", "GET /health/live", ("002:479",), hello),
)
# fmt: on
