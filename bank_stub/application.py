"""The web application: routes, problems, and the contract that it publishes."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from bank_stub.contract import ProblemOut
from bank_stub.problems import answer_with_problems
from bank_stub.routes import probe, v1
from bank_stub.services import Services

TITLE = "听见 remote bank"
VERSION = "1.0.0"


def create_application(services: Services) -> FastAPI:
    """The bank's addresses over ``services``; it opens nothing itself."""
    app = FastAPI(title=TITLE, version=VERSION, docs_url=None, redoc_url=None)
    app.state.services = services
    app.include_router(probe)
    app.include_router(v1)
    answer_with_problems(app)

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=TITLE, version=VERSION, routes=app.routes)
            problem = ProblemOut.model_json_schema(ref_template="#/components/schemas/{model}")
            parts = problem.pop("$defs", {})
            schema["components"]["schemas"] |= {**parts, "Problem": problem}
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's documented way to extend the contract
    return app
