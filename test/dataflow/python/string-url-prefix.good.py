import requests
from flask import Flask, request

app = Flask(__name__)


@app.get("/weather")
def weather():
    city = request.args["city"]
    answer = requests.get("https://weather.example/now/" + city, timeout=3)
    return {"weather": answer.text}
