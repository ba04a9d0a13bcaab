from fastapi import FastAPI
from fastapi.responses import FileResponse

app = FastAPI()


@app.get("/files/{name:path}")
async def download(name: str):
    return FileResponse(f"/srv/files/{name}")  # expect: CWE-22
