import { type NextRequest, NextResponse } from "next/server";

export async function GET(request: NextRequest) {
  const image = request.nextUrl.searchParams.get("image") ?? "";
  const answer = await fetch(image); // expect: CWE-918
  return new NextResponse(answer.body);
}
