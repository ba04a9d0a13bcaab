import type { NextApiRequest, NextApiResponse } from "next";
import { users } from "../../database";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const found = await users.findOne({ name: req.body.name, token: req.body.token }); // expect: CWE-943
  res.json({ known: found !== null });
}
