window.addEventListener("message", (event) => {
  if (!event.data) return;
  document.querySelector("#banner").innerHTML = event.data.html; // expect: CWE-79
});
