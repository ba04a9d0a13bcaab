// Package shop is what a program in Go is made of.
package shop

import (
	"context"
	"crypto/md5"
	"crypto/tls"
	"database/sql"
	"errors"
	"fmt"
	"net/http"
	"os/exec"
	"sync"

	_ "github.com/lib/pq"
	js "encoding/json"
	. "math"
)

const Limit = 10_000

const (
	Open State = iota
	Closed
)

var (
	names       = []string{"a", "b"}
	total int64 = 0x10
)

var password string = "hunter2"

type State int

type Handler func(w http.ResponseWriter, r *http.Request) error

// Order is one.
type Order struct {
	ID    string `json:"id"`
	Price float64
	Tags  map[string]bool
	*Base
	mutex sync.Mutex
}

type Store interface {
	fmt.Stringer
	Load(ctx context.Context, id string) (*Order, error)
	Close()
}

type Number interface {
	~int | ~float64
}

type Pair[K comparable, V any] struct {
	Key   K
	Value V
}

func New(id string, price float64) *Order {
	return &Order{ID: id, Price: price, Tags: map[string]bool{"new": true, "old": false}}
}

func (o *Order) String() string {
	return fmt.Sprintf("%s: %.2f", o.ID, o.Price)
}

func Sum[T Number](items ...T) (sum T) {
	for _, item := range items {
		sum += item
	}
	return
}

func query(db *sql.DB, table string, ids []int) (*sql.Rows, error) {
	if len(ids) > Limit && table != "" {
		return nil, errors.New("too many: " + table)
	} else if n := len(ids); n == 0 {
		return nil, fmt.Errorf("no ids in %s", table)
	}
	rows, err := db.Query("SELECT * FROM " + table + " WHERE id = ?", ids[0])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	return rows, nil
}

func handle(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	command := exec.Command("sh", "-c", "ls "+name)
	out, _ := command.CombinedOutput()
	sum := md5.Sum([]byte(name))
	fmt.Fprintf(w, "<p>%s %x</p>", out, sum[:4])
	client := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS10},
	}}
	resp, err := client.Get("http://" + name + "/")
	if err == nil && resp.StatusCode == http.StatusOK {
		http.Redirect(w, r, name, 302)
	}
	http.SetCookie(w, &http.Cookie{Name: "id", Value: name, Secure: false})
}

func loop(ctx context.Context, in <-chan int, out chan<- string) {
	var wg sync.WaitGroup
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			out <- names[n%len(names)]
		}(i)
	}
	wg.Wait()
outer:
	for {
		select {
		case value, ok := <-in:
			if !ok {
				break outer
			}
			total += int64(value) << 1 &^ 3
		case <-ctx.Done():
			close(out)
			return
		default:
			continue outer
		}
	}
	for total > 100 {
		total--
	}
	for range names {
		total++
	}
}

func describe(value interface{}) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case int, int64:
		return fmt.Sprint(v)
	case *Order:
		return v.ID
	}
	switch {
	case total > 1 || !(total == -1):
		fallthrough
	default:
		if text, ok := value.(string); ok {
			return text + `raw\n` + string('x')
		}
	}
	return ""
}

func Serve() error {
	http.HandleFunc("/orders", handle)
	mux, timeout := http.NewServeMux(), 5
	mux.Handle("/", http.FileServer(http.Dir(".")))
	matrix := [3][2]int{{1, 2}, {3, 4}}
	pair := Pair[string, int]{"a", matrix[0][1]}
	bytes, err := js.Marshal(pair)
	if err != nil || len(bytes[1:]) == 0 {
		panic(err)
	}
	buffer := make([]byte, 0, timeout*int(Pi))
	buffer = append(buffer, bytes...)
	pointer := new(Order)
	pointer.Tags["x"], (*pointer).Price = true, 3.5e2
	lambda := func(x, y int) int { return x ^ y }
	goto end
end:
	fmt.Println(lambda(1, 2), Sum[int](1, 2), buffer)
	return http.ListenAndServe(":8080", nil)
}
