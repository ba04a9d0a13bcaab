app.Use(async (context, next) =>
{
    context.Response.Redirect("/home");
    await next();
});
