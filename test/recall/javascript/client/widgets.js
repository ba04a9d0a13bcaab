import $ from "jquery";

export function printTitle() {
  const title = new URL(document.location.href).searchParams.get("title");
  // weakness: CWE-79 xss
  document.write("<title>" + title + "</title>");
}

export function printTitleWell() {
  const title = new URL(document.location.href).searchParams.get("title");
  // safe: CWE-79 xss
  document.title = title;
}

export function showReferrer() {
  const from = document.referrer;
  // weakness: CWE-79 xss
  $("#from").html(`You came from ${from}`);
}

export function showReferrerWell() {
  const from = document.referrer;
  // safe: CWE-79 xss
  $("#from").text(`You came from ${from}`);
}

export function runBookmark() {
  const action = location.hash.substring(1);
  // weakness: CWE-95 code-injection
  setTimeout("widgets." + action + "()", 100);
}

export function runBookmarkWell() {
  const action = location.hash.substring(1);
  // safe: CWE-95 code-injection
  setTimeout(() => document.getElementById("panel").classList.toggle("open", action === "open"), 100);
}
