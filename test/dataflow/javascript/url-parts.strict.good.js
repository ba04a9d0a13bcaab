function search(words) {
  const address = new URL("https://api.example.com/search");
  address.searchParams.set("q", words);
  return fetch(address.toString());
}

module.exports = { search };
