import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse


async def proxy(request: Request):
    body = await request.json()
    async with httpx.AsyncClient() as client:
        answer = await client.get("https://api.example/items", params={"q": body["url"]})
    return JSONResponse({"status": answer.status_code})
