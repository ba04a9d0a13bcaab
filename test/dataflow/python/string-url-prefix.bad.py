import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/weather")
def weather():
    city = request.args["city"]
    answer = requests.get("https://" + city + ".weather.example/now", timeout=3)  # expect: CWE-918
    return {"weather": answer.text}
