const zlib = require("zlib");

exports.unpack = (bytes) => zlib.gunzipSync(bytes).toString(); // expect: CWE-409
