package proxy

import (
	"net/http"
	"net/url"
)

var hosts = map[string]struct{}{"cdn.example.com": {}}

func Fetch(address string) (*http.Response, error) {
	parsed, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	if _, known := hosts[parsed.Host]; known {
		return nil, nil
	}
	return http.Get(address) // expect: CWE-918
}
