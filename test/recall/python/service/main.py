"""A small FastAPI service that talks to other servers."""

import asyncio
import ssl
from urllib.parse import quote, urlsplit
from urllib.request import urlopen

import httpx
import requests
from fastapi import FastAPI, HTTPException, Request
from fastapi.middleware.cors import CORSMiddleware
from fastapi.responses import HTMLResponse, JSONResponse

app = FastAPI()

FEED_HOSTS = {"feeds.example.com", "news.example.org"}


@app.post("/preview")
async def preview(request: Request) -> dict[str, int]:
    body = await request.json()
    async with httpx.AsyncClient(timeout=5) as client:
        # weakness: CWE-918 ssrf
        answer = await client.get(body["url"])
    return {"status": answer.status_code}


@app.post("/v2/preview")
async def preview_known_host(request: Request) -> dict[str, int]:
    body = await request.json()
    parts = urlsplit(body["url"])
    if parts.scheme != "https" or parts.hostname not in FEED_HOSTS:
        raise HTTPException(status_code=400)
    async with httpx.AsyncClient(timeout=5) as client:
        # safe: CWE-918 ssrf
        answer = await client.get(body["url"])
    return {"status": answer.status_code}


@app.get("/shops/{host}/stock")
def shop_stock(host: str) -> dict[str, int]:
    # weakness: CWE-918 ssrf
    answer = requests.get(f"https://{host}/stock.json", timeout=5)
    return {"status": answer.status_code}


@app.get("/v2/shops/{shop}/stock")
def shop_stock_by_id(shop: str) -> dict[str, int]:
    # safe: CWE-918 ssrf
    answer = requests.get("https://stock.example.com/shops/" + quote(shop, safe=""), timeout=5)
    return {"status": answer.status_code}


@app.get("/logo")
def logo(request: Request) -> dict[str, int]:
    address = request.query_params["address"]
    # weakness: CWE-918 ssrf
    with urlopen(address) as answer:
        return {"status": answer.status}


@app.get("/v2/logo")
def own_logo(request: Request) -> dict[str, int]:
    size = "large" if request.query_params["size"] == "large" else "small"
    # safe: CWE-918 ssrf
    with urlopen("https://static.example.com/logo-" + size + ".png") as answer:
        return {"status": answer.status}


@app.get("/badge")
def badge(label: str) -> HTMLResponse:
    # weakness: CWE-79 xss
    return HTMLResponse("<span class='badge'>" + label + "</span>")


@app.get("/v2/badge")
def badge_data(label: str) -> JSONResponse:
    # safe: CWE-79 xss
    return JSONResponse({"badge": label})


def supplier_prices() -> bytes:
    # weakness: CWE-295 tls-verification-off
    return requests.get("https://supplier.example.com/prices", verify=False, timeout=5).content


def checked_supplier_prices() -> bytes:
    # safe: CWE-295 tls-verification-off
    return requests.get("https://supplier.example.com/prices", verify="/etc/ssl/supplier.pem", timeout=5).content


async def connect_to_till(host: str) -> asyncio.StreamWriter:
    # weakness: CWE-295 tls-verification-off
    context = ssl._create_unverified_context()
    _, writer = await asyncio.open_connection(host, 8443, ssl=context)
    return writer


async def connect_to_checked_till(host: str) -> asyncio.StreamWriter:
    # safe: CWE-295 tls-verification-off
    context = ssl.create_default_context()
    _, writer = await asyncio.open_connection(host, 8443, ssl=context)
    return writer


def open_to_all() -> None:
    # weakness: CWE-942 cors-wildcard-credentials
    app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)


def open_to_shop() -> None:
    # safe: CWE-942 cors-wildcard-credentials
    app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.com"], allow_credentials=True)


def create_preview_service() -> FastAPI:
    # weakness: CWE-489 debug-mode
    return FastAPI(title="previews", debug=True)


def create_service() -> FastAPI:
    # safe: CWE-489 debug-mode
    return FastAPI(title="previews", debug=False)
