const HOSTS = ["example.com", "example.org"];

app.get("/preview", async (req, res) => {
  const { url } = req.query;
  const { hostname } = new URL(url);
  if (!HOSTS.some((host) => hostname.endsWith(host))) return res.status(400).end();
  const reply = await fetch(url); // expect: CWE-918
  res.json(await reply.json());
});
