using Cake.Frosting.ModelPipeline.Arguments;

namespace Cake.Frosting.ModelPipeline.Tests.Arguments;

public sealed class UrlArgumentTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080")]
    [InlineData("https://scoring.example/churn/invocations")]
    [InlineData(null)]
    public void The_address_of_a_service_is_taken_with_the_target_LoadTest(string? url) => CommandLine(url, "loadtest").ShouldBeEmpty();

    [Theory]
    [InlineData("127.0.0.1:8080")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/invocations")]
    public void Another_scheme_or_none_is_refused_without_repeating_it(string url) =>
        CommandLine(url, "LoadTest").ShouldBe(["'--url' takes the address of a service, for example http://127.0.0.1:8080"]);

    [Theory]
    [InlineData("http://user:secret@127.0.0.1/")]
    [InlineData("http://127.0.0.1/?key=secret")]
    public void A_secret_in_the_address_is_refused_without_repeating_it(string url)
    {
        var fault = CommandLine(url, "LoadTest").ShouldHaveSingleItem();

        fault.ShouldContain("SCORING_API_KEY");
        fault.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData]
    [InlineData("Verify")]
    [InlineData("LoadTest", "ModelCard")]
    public void Another_target_is_refused_since_its_evidence_would_be_missing(params string[] targets) =>
        CommandLine("http://127.0.0.1:8080", targets).ShouldBe(["'--url' is for the target LoadTest alone: add --target=LoadTest"]);

    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    [InlineData("https://scoring.example/churn/invocations", "https://scoring.example/churn/")]
    [InlineData("https://scoring.example/churn", "https://scoring.example/churn/")]
    public void Requests_go_to_invocations_below_the_address(string url, string expected) => UrlArgument.Of(url).ToString().ShouldBe(expected);

    private static IEnumerable<string> CommandLine(string? url, params string[] targets) => UrlArgument.Faults(url, targets);
}
