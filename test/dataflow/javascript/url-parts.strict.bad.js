function search(words) {
  const address = new URL("https://api.example.com/search");
  address.host = words;
  return fetch(address.toString()); // expect: CWE-918
}

module.exports = { search };
