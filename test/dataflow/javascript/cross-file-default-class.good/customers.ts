import { pool } from "./pool";

export default class Customers {
  async named(name: string): Promise<unknown[]> {
    const found = await pool.query("SELECT * FROM customers WHERE name = $1", [name]);
    return found.rows;
  }
}
