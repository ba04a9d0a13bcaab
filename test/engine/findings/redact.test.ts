import assert from "node:assert/strict";
import { isSecretName, looksRandom, redactMetavariables, redactText } from "../../../src/engine/findings/redact";

describe("redaction", () => {
  it("knows the names of secrets", () => {
    const secret = [
      "$PASSWORD",
      "password",
      "dbPassword",
      "API_KEY",
      "apiKey",
      "client_secret",
      "authToken",
      "user.passwd",
      "aws_secret_access_key",
    ];
    const harmless = ["bypass", "user", "key", "csrfToken", "compass", "tokenizer", "passenger", "$X"];
    assert.deepEqual(
      secret.filter((name) => !isSecretName(name)),
      [],
    );
    assert.deepEqual(harmless.filter(isSecretName), []);
  });

  it("tells random runs from words", () => {
    const random = ["q7Zx9LpT2vWm4RkY8sBn", "9f86d081884c7d659a2feaa0c55ad015", "eyJhbGciOiJIUzI1NiIsInR5cCI6"];
    const words = [
      "someVeryLongIdentifierName",
      "node_modules/express/lib/router",
      "short1a2b",
      "00000000000000000000000000000000",
    ];
    assert.deepEqual(
      random.filter((text) => !looksRandom(text)),
      [],
    );
    assert.deepEqual(words.filter(looksRandom), []);
  });

  it("cuts values of secret names and random runs out of a line of code", () => {
    assert.equal(redactText('const password = "hunter2";'), 'const password = "…";');
    assert.equal(redactText("{ 'api_key': 'abc' }"), "{ 'api_key': '…' }");
    assert.equal(redactText("login(user, token='t')"), "login(user, token='…')");
    assert.equal(redactText('f("q7Zx9LpT2vWm4RkY8sBn")'), 'f("q7Zx…")');
  });

  it("leaves other code as it is", () => {
    for (const code of [
      `db.query(\`select * from users where id = \${req.query.id}\`)`,
      'const password = "";',
      "password = getPassword()",
    ]) {
      assert.equal(redactText(code), code);
    }
  });

  it("cuts what a metavariable holds when it, or another one, names a secret", () => {
    assert.deepEqual(redactMetavariables({ $PASSWORD: { text: '"hunter2"' } }), { $PASSWORD: '"…"' });
    assert.deepEqual(redactMetavariables({ $KEY: { text: "password" }, $VALUE: { text: "hunter2", literal: true } }), {
      $KEY: "password",
      $VALUE: "…",
    });
    assert.deepEqual(redactMetavariables({ $KEY: { text: '"apiKey"' }, $VALUE: { text: "f('x', y)" } }), {
      $KEY: '"apiKey"',
      $VALUE: "f('…', y)",
    });
    assert.deepEqual(redactMetavariables({ $X: { text: "req.query.x" }, $F: { text: '"eval"' } }), {
      $X: "req.query.x",
      $F: '"eval"',
    });
  });
});
