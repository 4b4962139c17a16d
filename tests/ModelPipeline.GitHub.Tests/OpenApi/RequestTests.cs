using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Tests.OpenApi;

public sealed class RequestTests(PrismMock prism) : IClassFixture<PrismMock>
{
    // They lack these members, of which the client reads only the time and the actor of an activity: ExampleTests has what it makes of them.
    private static readonly string[] BrokenExamples =
    [
        "GET /repos/{owner}/{repo} default-response", // language
        "GET /repos/{owner}/{repo}/activity default", // timestamp, activity_type, actor
        "GET /repos/{owner}/{repo}/collaborators/{username}/permission response-if-user-has-admin-permissions", // user.role_name
        "GET /repos/{owner}/{repo}/pulls default", // requested_teams.type
        "GET /repos/{owner}/{repo}/pulls/{pull_number} default", // requested_teams.type
        "PATCH /repos/{owner}/{repo}/pulls/{pull_number} default", // requested_teams.type
        "POST /repos/{owner}/{repo}/pulls default", // requested_teams.type
    ];

    [Fact]
    public void Every_member_of_the_ports_is_called()
    {
        Type[] ports = [typeof(IGitRemote), typeof(IPullRequests), typeof(IPullRequestReports), typeof(IReleasePages)];

        var members =
            from port in ports
            from overloads in port.GetMethods().GroupBy(member => member.Name)
            from member in overloads
            select overloads.Count() == 1 ? $"{port.Name}.{member.Name}" : $"{port.Name}.{member.Name}({member.GetParameters()[0].Name})";

        PortCalls.All.Select(call => call.Member).Distinct().ShouldBe(members, ignoreOrder: true);
    }

    [Fact]
    public async Task Every_request_is_valid_and_every_operation_is_used()
    {
        await using var recorder = await prism.RecordAsync();

        await MakeAllAsync(recorder);

        // The schema of an upload knows bytes alone; the text beside it wants the asset's own media type, "for example application/zip".
        recorder.Exchanges.Where(exchange => exchange.Operation is null || exchange.RequestFaults.Count > 0)
            .Select(exchange => $"{exchange.Operation?.ToString() ?? exchange.ToString()} {exchange.Request.Headers.GetValueOrDefault("Content-Type")}: {string.Join("; ", exchange.RequestFaults)}")
            .ShouldBe(["POST /repos/{owner}/{repo}/releases/{release_id}/assets application/zip: Supported content types: application/octet-stream (request)"]);
        recorder.Exchanges.Select(exchange => exchange.Operation).Distinct().ShouldBe(Operations.All.Keys, ignoreOrder: true);
        // A PATCH, PUT or DELETE asks by Octokit's default, an older name of the same JSON.
        recorder.Exchanges.Select(exchange => exchange.Request.Headers["Accept"]).Distinct().ShouldBe(["application/vnd.github+json", "application/vnd.github.v3+json", "application/octet-stream"], ignoreOrder: true);
        recorder.Exchanges.Select(exchange => exchange.Request.Headers["X-GitHub-Api-Version"]).Distinct().ShouldBe(["2022-11-28"]);
    }

    [Fact]
    public async Task Of_the_examples_only_these_break_their_own_schema()
    {
        await using var recorder = await prism.RecordAsync();
        await MakeAllAsync(recorder);
        var description = Description.Read();

        var broken = new List<string>();
        foreach (var valid in recorder.Exchanges.Where(exchange => exchange.RequestFaults.Count == 0).DistinctBy(exchange => exchange.Operation))
        {
            foreach (var (example, _) in description.ExamplesOf(valid.Operation!))
            {
                if ((await recorder.FaultsOfAsync(valid, example)).Count > 0)
                    broken.Add($"{valid.Operation} {example}");
            }
        }

        broken.ShouldBe(BrokenExamples, ignoreOrder: true);
    }

    [Fact]
    public async Task A_request_that_breaks_the_description_is_noticed()
    {
        await using var recorder = await prism.RecordAsync();
        using var client = new HttpClient { BaseAddress = recorder.Address };

        using var answer = await client.GetAsync("repos/acme/models/pulls?state=merged", TestContext.Current.CancellationToken);

        recorder.Exchanges.ShouldHaveSingleItem().RequestFaults.ShouldHaveSingleItem().ShouldContain("state must be equal to one of the allowed values");
    }

    [Fact]
    public async Task The_examples_link_to_a_next_page_on_another_host_which_is_refused()
    {
        await using var recorder = await prism.RecordAsync();
        recorder.KeepsLinks = true;
        using var host = Hosts.Of(recorder.Address);

        (await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, TestContext.Current.CancellationToken))).Message.ShouldContain("not of this API");

        recorder.Exchanges.Count.ShouldBe(1);
    }

    private static async Task MakeAllAsync(Recorder recorder)
    {
        foreach (var call in PortCalls.All)
        {
            recorder.Prefer = seen => call.IsRefAbsent && seen.Target.Contains("/git/ref/") ? "code=404" : null;
            recorder.Edit = call.Edit;
            await MakeAsync(call, recorder);
        }
    }

    private static async Task MakeAsync(PortCall call, Recorder recorder)
    {
        using var host = Hosts.Of(recorder.Address);
        if (call.IsMisfit)
            await Should.ThrowAsync<RemoteException>(() => call.Make(host, recorder.Address), call.Member);
        else
            await call.Make(host, recorder.Address);
    }
}
