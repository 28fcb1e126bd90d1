"""The long-running processes of a set-up, each started by one command on as many machines as needed."""

import warnings

from product_importer.core.settings import Settings

# Open progress streams must not hold up a stop; browsers come back to them by themselves.
GRACEFUL_SECONDS = 3


def run_api(settings: Settings) -> None:
    """Serve the API and the web UI until a signal comes."""
    import uvicorn

    from product_importer.core.patience import HEADER_BYTES, PatientProtocol

    uvicorn.run(
        "product_importer.main:create_app",
        factory=True,
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        # TRUSTED_PROXIES says whose X-Forwarded-* are believed; uvicorn would believe every program on this machine.
        proxy_headers=False,
        server_header=False,
        http=PatientProtocol,
        h11_max_incomplete_event_size=HEADER_BYTES,
        timeout_graceful_shutdown=GRACEFUL_SECONDS,
    )


def run_worker(settings: Settings) -> int:
    """Work on what the broker announces until a signal comes; returns the exit code."""
    from product_importer.worker import celery_app

    # Tasks are JSON and run no foreign code, so the account does not matter as Celery's warning has it.
    warnings.filterwarnings("ignore", "You're running the worker with superuser privileges")
    worker = celery_app.Worker(
        pool_cls="threads",
        concurrency=settings.worker_concurrency,
        loglevel=settings.log_level,
        quiet=True,
        without_gossip=True,
        without_mingle=True,
        without_heartbeat=True,
    )
    worker.start()
    return int(worker.exitcode or 0)


def run_scheduler(settings: Settings) -> None:
    """Send the periodic wake-ups until a signal comes."""
    from product_importer.schedule import scheduled_app

    settings.data_dir.mkdir(parents=True, exist_ok=True)
    schedule = str(settings.data_dir / "beat-schedule")
    scheduled_app().Beat(schedule=schedule, loglevel=settings.log_level, quiet=True).run()
