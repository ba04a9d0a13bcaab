import DOMPurify from "dompurify";

const params = new URLSearchParams(window.location.search);
const text = params.get("text");
document.querySelector("#preview").innerHTML = text; // expect: CWE-79
