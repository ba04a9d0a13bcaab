const params = new URLSearchParams(location.search);
const next = params.get("next");
location.assign("/go?to=" + encodeURIComponent(next));
