from fastapi import FastAPI

app = FastAPI()


async def condition(name):
    return "name = '" + name + "'"


@app.get("/users")
async def users(name: str):
    where = await condition(name)
    return await app.state.db.fetch("SELECT id FROM users WHERE " + where)  # expect: CWE-89
