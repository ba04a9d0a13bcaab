package users

import (
	"encoding/json"
	"net/http"

	"go.mongodb.org/mongo-driver/bson"
	"go.mongodb.org/mongo-driver/mongo"
)

func find(users *mongo.Collection, r *http.Request) *mongo.SingleResult {
	var filter map[string]any
	json.NewDecoder(r.Body).Decode(&filter)
	return users.FindOne(r.Context(), filter) // expect: CWE-943
}
