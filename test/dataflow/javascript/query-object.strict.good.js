export async function scan(pool, params) {
  const match = params.match.toLowerCase();
  const found = await pool.query({
    text: `SELECT value FROM entries WHERE key = $1 AND value LIKE $2`,
    values: [params.key, match],
  });
  return found.rows;
}
