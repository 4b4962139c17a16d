using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ServingPeer;

/// <summary>The least that Kestrel does for a JSON request: reads the body and answers a fixed text of the same length as a score.</summary>
internal static class EmptyEndpoint
{
    public const string Verb = "empty";

    private static readonly byte[] Answer = """{"predictions":[{"probability":0.6254893241236457,"label":"Yes"}]}"""u8.ToArray();

    public static Task RunAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/readyz", () => "");
        app.MapPost("/invocations", async context =>
        {
            var reader = context.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync();
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                    break;
            }

            context.Response.ContentType = "application/json";
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer);
        });
        return app.RunAsync();
    }
}
