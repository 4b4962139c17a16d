using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace LoadStall;

/// <summary>A web server of a process of its own: answers as a scoring service does, and stalls for all requests alike.</summary>
internal static class StallingServer
{
    public const string Verb = "serve";

    private static readonly byte[] Answer = """{"predictions":[{"probability":0.25}]}"""u8.ToArray();

    /// <summary>Serves until its input ends; its first line of output is its address.</summary>
    public static async Task RunAsync(StallSetting setting, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        var begin = clock.GetTimestamp();
        app.Run(async context =>
        {
            var into = clock.GetElapsedTime(begin).TotalMilliseconds % (setting.Period * 1000);
            if (into < setting.StallMs)
                await Task.Delay(TimeSpan.FromMilliseconds(setting.StallMs - into), clock);
            context.Response.ContentLength = Answer.Length;
            await context.Response.Body.WriteAsync(Answer);
        });
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single() + "/");
        await Console.In.ReadToEndAsync();
    }
}
