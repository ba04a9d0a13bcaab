import { execSync } from "node:child_process";
import { Controller, Get, Query } from "@nestjs/common";

@Controller("tools")
export class ToolsController {
  @Get("ping")
  ping(@Query("host") host: string): string {
    return execSync("ping -c 1 " + host).toString(); // expect: CWE-78
  }
}
