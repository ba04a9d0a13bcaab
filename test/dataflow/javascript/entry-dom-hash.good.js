const title = decodeURIComponent(location.hash.slice(1));
document.getElementById("title").textContent = title;
