exports.load = async function load(host) {
  if (isLocalhost(host)) throw new Error("this one");
  return fetch("https://" + host + "/notes"); // expect: CWE-918
};
