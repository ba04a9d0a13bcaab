#include <curl/curl.h>
#include <string.h>

int fetch(CURL *curl, const char *url) {
  curl_easy_setopt(curl, CURLOPT_URL, url); // expect: CWE-918
  return curl_easy_perform(curl);
}
