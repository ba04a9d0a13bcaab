import assert from "node:assert/strict";
import { namedCheck, namedCleaner } from "../../../src/engine/dataflow/named-checks";

describe("checks and cleaners known by their names", () => {
  it("take a valid name of a host for a form of its own", () => {
    assert.deepEqual(namedCheck("isValidHost"), { about: ["url", "form"], holds: true });
    assert.deepEqual(namedCheck("isPrivateHost"), { about: ["url"], holds: false });
    assert.equal(namedCheck("isHostUp"), undefined);
  });

  it("know what stays on this site", () => {
    assert.deepEqual(namedCheck("IsRelativePath"), { about: ["path", "url"], holds: true });
    assert.deepEqual(namedCheck("isLocalUrl"), { about: ["url"], holds: true });
    // Other hosts than this one are as private.
    assert.equal(namedCheck("is_localhost_address"), undefined);
  });

  it("tell what the result of a function is harmless as", () => {
    assert.deepEqual(namedCleaner("_quote_identifier"), ["query"]);
    assert.deepEqual(namedCleaner("_escape_xpath_string"), ["query"]);
    assert.deepEqual(namedCleaner("_safe_header"), ["line"]);
    assert.deepEqual(namedCleaner("unquote_identifier"), []);
    assert.deepEqual(namedCleaner("headerNames"), []);
  });
});
