const params = new URLSearchParams(location.search);
const next = params.get("next");
location.assign(next); // expect: CWE-601
