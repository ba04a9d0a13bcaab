import { exec } from "child_process";
import type { ActionFunctionArgs } from "@remix-run/node";

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  exec("ls /srv");
  return null;
}
