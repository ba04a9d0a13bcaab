import { type NextRequest, NextResponse } from "next/server";

export async function GET(request: NextRequest) {
  const image = request.nextUrl.searchParams.get("image") ?? "";
  const answer = await fetch(`https://images.example/${encodeURIComponent(image)}`);
  return new NextResponse(answer.body);
}
