var app = builder.Build();
app.MapGet("/users/{name}", (string name) => db.Users.FromSqlRaw("SELECT * FROM Users WHERE Name = {0}", name));
app.Run();
