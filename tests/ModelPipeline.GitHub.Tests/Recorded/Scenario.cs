using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.Recorded;

/// <summary>Answers of the real GitHub, recorded in the npm package @octokit/fixtures, in the order in which they were given.</summary>
internal sealed class Scenario
{
    private readonly JsonArray _exchanges;

    private Scenario(JsonArray exchanges) => _exchanges = exchanges;

    public static Scenario Read(string name)
    {
        var file = Path.Combine(NpmPackages.FolderOf("@octokit/fixtures"), "scenarios", "api.github.com", name, "normalized-fixture.json");
        return new(JsonNode.Parse(File.ReadAllText(file))!.AsArray());
    }

    /// <summary>Gives an answer again, from the server that is asked in place of GitHub's.</summary>
    /// <param name="number">The answer's number, from 0.</param>
    /// <param name="isListed">Whether it is one item of a list that is asked for.</param>
    public Func<HttpContext, Task> Say(int number, bool isListed = false) => context => Say(number, isListed, text => Here(text, context))(context);

    /// <summary>Gives an answer again word for word, with addresses that lead to GitHub.</summary>
    /// <param name="number">The answer's number, from 0.</param>
    public Func<HttpContext, Task> SayWordForWord(int number) => Say(number, isListed: false, text => text);

    private Func<HttpContext, Task> Say(int number, bool isListed, Func<string, string> edit)
    {
        var exchange = _exchanges[number]!;
        var body = exchange["response"]!.ToJsonString();
        var headers = exchange["headers"]!.AsObject().Where(header => header.Key is "link" or "location").Select(header => (header.Key, edit(header.Value!.GetValue<string>())));
        return Peer.Say(exchange["status"]!.GetValue<int>(), edit(isListed ? $"[{body}]" : body), [.. headers]);
    }

    private static string Here(string text, HttpContext context) =>
        text.Replace("https://api.github.com", $"http://{context.Request.Host}").Replace("https://uploads.github.com", $"http://{context.Request.Host}");
}
