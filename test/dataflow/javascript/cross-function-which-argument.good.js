const axios = require("axios");
const app = require("express")();

function report(address, text) {
  return axios.post(address, { text });
}

app.post("/report", async (req, res) => {
  await report("https://reports.example/new", req.body.text);
  res.sendStatus(204);
});
