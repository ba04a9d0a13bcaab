const axios = require("axios");
const app = require("express")();

function report(address, text) {
  return axios.post(address, { text }); // expect: CWE-918
}

app.post("/report", async (req, res) => {
  await report(req.body.address, "a report");
  res.sendStatus(204);
});
