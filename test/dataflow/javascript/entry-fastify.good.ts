import Fastify from "fastify";
import { pool } from "./database";

const fastify = Fastify();

fastify.get<{ Params: { id: string } }>("/item/:id", async (request) => {
  const found = await pool.query("SELECT * FROM items WHERE id = $1", [request.params.id]);
  return found.rows;
});
