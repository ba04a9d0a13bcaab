import type { NextApiRequest, NextApiResponse } from "next";
import { users } from "../../database";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const found = await users.findOne({ name: String(req.body.name), token: String(req.body.token) });
  res.json({ known: found !== null });
}
