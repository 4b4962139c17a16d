using System.Text;
using ModelPipeline.Scoring.Hosting;

namespace ModelPipeline.Scoring.Pages;

/// <summary><c>GET /</c>: the page for people.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder app, ServedModel model)
    {
        var (script, style) = (PageAsset.Read("page.js"), PageAsset.Read("page.css"));
        var policy = $"default-src 'none'; script-src {script.Source}; style-src {style.Source}; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var page = Encoding.UTF8.GetBytes(ModelPage.Of(model, script, style));
        app.MapGet("/", context =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-cache";
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = page.Length;
            return context.Response.Body.WriteAsync(page, context.RequestAborted).AsTask();
        });
    }
}
