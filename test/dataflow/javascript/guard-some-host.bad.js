const HOSTS = ["example.com", "example.org"];

app.get("/preview", async (req, res) => {
  const { hostname } = new URL(req.query.url);
  if (!HOSTS.some((host) => hostname.endsWith(host))) return res.status(400).end();
  const reply = await fetch(req.query.url); // expect: CWE-918
  res.json(await reply.json());
});
