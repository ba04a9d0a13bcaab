import { exec } from "child_process";
export async function GET(request: Request, { params }: { params: { folder: string } }) {
  exec("ls /srv");
  return Response.json({});
}
