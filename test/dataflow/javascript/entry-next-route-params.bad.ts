import { exec } from "child_process";
export async function GET(request: Request, { params }: { params: { folder: string } }) {
  exec("ls " + params.folder); // expect: CWE-78
  return Response.json({});
}
