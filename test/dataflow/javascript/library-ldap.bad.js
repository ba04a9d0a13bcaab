const ldap = require("ldapjs");
const app = require("express")();
const client = ldap.createClient({ url: "ldaps://directory.example" });

app.get("/person", (req, res) => {
  const filter = "(uid=" + req.query.uid + ")";
  client.search("ou=people", { filter }, (error, found) => list(found, res)); // expect: CWE-90
});

function list(found, res) {
  found.on("end", () => res.sendStatus(200));
}
