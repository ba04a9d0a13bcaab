const app = require("express")();
const { search } = require("./store");

app.get("/search", async (req, res) => {
  res.json(await search(req.query.term));
});
