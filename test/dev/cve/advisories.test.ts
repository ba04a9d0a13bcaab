import assert from "node:assert/strict";
import { type Advisory, inDrawnOrder, readAdvisory } from "../../../src/dev/cve/advisories";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** An advisory as GitLab's database writes it. */
const advisory = ({
  title = "Of a weakness",
  cwes = ["CWE-1035", "CWE-89"],
  urls = ["https://example.org/advisory", `https://github.com/owner/name/commit/${COMMIT}`],
}: {
  title?: string;
  cwes?: string[];
  urls?: string[];
} = {}): string =>
  [
    "---",
    'identifier: "CVE-2020-1"',
    'package_slug: "go/example.org/a/b"',
    `title: "${title}"`,
    'description: "Nothing\n  of note."',
    "fixed_versions:",
    '- "1.2.3"',
    "urls:",
    ...urls.map((url) => `- "${url}"`),
    "cwe_ids:",
    ...cwes.map((cwe) => `- "${cwe}"`),
  ].join("\n");

describe("advisories", () => {
  it("gives the wanted weaknesses, the package and the commit", () => {
    assert.deepEqual(readAdvisory(advisory()), {
      id: "CVE-2020-1",
      ecosystem: "go",
      package: "example.org/a/b",
      cwes: [89],
      repository: "owner/name",
      fix: COMMIT,
      fixed: ["1.2.3"],
    });
  });

  it("passes over other weaknesses", () => {
    assert.equal(readAdvisory(advisory({ cwes: ["CWE-1035", "CWE-287"] })), undefined);
  });

  it("passes over one that names no commit, or several", () => {
    assert.equal(readAdvisory(advisory({ urls: ["https://github.com/owner/name/pull/3"] })), undefined);
    const other = COMMIT.replace("0", "f");
    const urls = [COMMIT, other].map((commit) => `https://github.com/owner/name/commit/${commit}`);
    assert.equal(readAdvisory(advisory({ urls })), undefined);
  });

  it("takes a commit that is named twice for one", () => {
    const url = `https://github.com/owner/name/commit/${COMMIT}`;
    assert.equal(
      readAdvisory(
        advisory({
          urls: [
            url,
            `${url}#diff-1`,
            url.toUpperCase().replace("HTTPS://GITHUB.COM/OWNER/NAME/COMMIT", "https://github.com/owner/name/commit"),
          ],
        }),
      )?.fix,
      COMMIT,
    );
  });

  it("takes regular expressions only where they are injected", () => {
    assert.equal(readAdvisory(advisory({ cwes: ["CWE-1333"], title: "Slow expression" })), undefined);
    assert.deepEqual(readAdvisory(advisory({ cwes: ["CWE-400"], title: "Regex injection by name" }))?.cwes, [400]);
  });

  it("takes mass assignment, and no prototype pollution", () => {
    assert.deepEqual(readAdvisory(advisory({ cwes: ["CWE-915"] }))?.cwes, [915]);
    assert.equal(readAdvisory(advisory({ cwes: ["CWE-915", "CWE-1321"] })), undefined);
    assert.equal(readAdvisory(advisory({ cwes: ["CWE-915"], title: "Prototype Pollution in a" })), undefined);
  });
});

describe("the order of the draw", () => {
  const of = (id: number, fix = String(id), ecosystem = "npm"): Advisory => ({
    id: `CVE-${100 + id}`,
    ecosystem,
    package: "a",
    cwes: [79],
    repository: "owner/name",
    fix,
    fixed: [],
  });
  const advisories = Array.from({ length: 20 }, (_, id) => of(id));
  const ids = (seed: number, from: readonly Advisory[] = advisories) =>
    inDrawnOrder(from, "javascript", seed).map(({ id }) => id);

  it("is the same for a seed, in whatever order the advisories come", () => {
    assert.deepEqual(ids(5), ids(5, [...advisories].reverse()));
    assert.notDeepEqual(ids(5), ids(6));
    assert.deepEqual(ids(5).sort(), advisories.map(({ id }) => id).sort());
  });

  it("takes a repair once, and only the language's own registry", () => {
    const order = ids(5, [of(2, "x"), of(1, "x"), of(3, "y", "pypi")]);
    assert.deepEqual(order, ["CVE-101"]);
  });
});
