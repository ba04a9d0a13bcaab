const ldap = require("ldapjs");
const app = require("express")();
const client = ldap.createClient({ url: "ldaps://directory.example" });

app.get("/person", (req, res) => {
  const filter = new ldap.EqualityFilter({ attribute: "uid", value: req.query.uid });
  client.search("ou=people", { filter }, (error, found) => list(found, res));
});

function list(found, res) {
  found.on("end", () => res.sendStatus(200));
}
