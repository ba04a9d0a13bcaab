const { Pool } = require("pg");
const pool = new Pool();

exports.search = async function (term) {
  const found = await pool.query(`SELECT id FROM products WHERE title LIKE '%${term}%'`); // expect: CWE-89
  return found.rows;
};
