const zlib = require("zlib");

const unpack = (bytes) => zlib.gunzipSync(bytes).toString();

exports.icons = () => unpack(Buffer.from("H4sIAAAAAAAAAwMAAAAAAAAAAAA=", "base64"));
