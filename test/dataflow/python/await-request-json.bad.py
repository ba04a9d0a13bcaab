import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse


async def proxy(request: Request):
    body = await request.json()
    async with httpx.AsyncClient() as client:
        answer = await client.get(body["url"])  # expect: CWE-918
    return JSONResponse({"status": answer.status_code})
