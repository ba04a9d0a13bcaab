#include <curl/curl.h>
#include <string.h>

int fetch(CURL *curl, const char *url) {
  if (strncmp(url, "https://api.example.com/", 24) != 0) return -1;
  curl_easy_setopt(curl, CURLOPT_URL, url);
  return curl_easy_perform(curl);
}
