import DOMPurify from "dompurify";

const PARTNERS = new Set(["pay.example.com", "post.example.com"]);

export function showTab(): void {
  const panel = document.getElementById("panel") as HTMLElement;
  const tab = decodeURIComponent(window.location.hash.slice(1));
  // weakness: CWE-79 xss
  panel.innerHTML = "<h2>" + tab + "</h2>";
}

export function showTabWell(): void {
  const panel = document.getElementById("panel") as HTMLElement;
  const tab = decodeURIComponent(window.location.hash.slice(1));
  // safe: CWE-79 xss
  panel.textContent = tab;
}

export function greet(): void {
  const params = new URLSearchParams(location.search);
  const name = params.get("name");
  // weakness: CWE-79 xss
  document.querySelector("#greeting")?.insertAdjacentHTML("beforeend", `<b>${name}</b>`);
}

export function greetWell(): void {
  const params = new URLSearchParams(location.search);
  const name = params.get("name");
  // safe: CWE-79 xss
  document.querySelector("#greeting")?.insertAdjacentHTML("beforeend", DOMPurify.sanitize(`<b>${name}</b>`));
}

export function goToPartner(): void {
  const host = new URLSearchParams(window.location.search).get("partner");
  // weakness: CWE-601 open-redirect
  window.location.href = "https://" + host + "/checkout";
}

export function goToPartnerWell(): void {
  const host = new URLSearchParams(window.location.search).get("partner");
  if (host === null || !PARTNERS.has(host)) {
    return;
  }
  // safe: CWE-601 open-redirect
  window.location.href = "https://" + host + "/checkout";
}
