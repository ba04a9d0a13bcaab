namespace Shop.Data;

public class UserStore
{
    private readonly IDbConnection connection;

    public UserStore(IDbConnection connection) => this.connection = connection;

    public User Find(string name)
    {
        return connection.QueryFirst<User>("SELECT * FROM Users WHERE Name = '" + name + "'"); // expect: CWE-89
    }
}
