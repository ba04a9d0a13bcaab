var app = builder.Build();
app.MapGet("/users/{name}", (string name) => db.Users.FromSqlRaw("SELECT * FROM Users WHERE Name = '" + name + "'")); // expect: CWE-89
app.Run();
