app.Use(async (context, next) =>
{
    context.Response.Redirect(context.Request.Query["to"]); // expect: CWE-601
    await next();
});
