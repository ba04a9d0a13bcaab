using Shop.Data;

namespace Shop.Web;

public class UserController : Controller
{
    private readonly UserStore store;

    public UserController(UserStore store) => this.store = store;

    public IActionResult Show(string name) => Json(store.Find(name));
}
