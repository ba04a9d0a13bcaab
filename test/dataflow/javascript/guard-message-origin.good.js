window.addEventListener("message", (event) => {
  if (event.origin !== "https://shop.example") return;
  document.querySelector("#banner").innerHTML = event.data.html;
});
