from aiohttp import web


async def leave(request):
    target = request.query["to"]
    raise web.HTTPFound(target)  # expect: CWE-601
