const title = decodeURIComponent(location.hash.slice(1));
document.getElementById("title").innerHTML = title; // expect: CWE-79
