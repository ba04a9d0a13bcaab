from aiohttp import web


async def leave(request):
    target = request.query["to"]
    raise web.HTTPFound("/leave?to=" + target)
