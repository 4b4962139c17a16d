using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests;

public sealed class GitHubSettingsTests
{
    [Theory]
    [InlineData(null, Hosts.Token)]
    [InlineData("", Hosts.Token)]
    [InlineData("acme/models", null)]
    [InlineData("acme/models", " ")]
    public void Without_repository_or_token_there_is_no_host(string? repository, string? token) => Read(repository, token).ShouldBeNull();

    [Fact]
    public void The_public_server_is_the_default()
    {
        var settings = Read("acme/models", Hosts.Token)!;

        settings.Api.AbsoluteUri.ShouldBe("https://api.github.com/");
        settings.Server.AbsoluteUri.ShouldBe("https://github.com/");
    }

    [Theory]
    [InlineData("models", null, "GITHUB_REPOSITORY")]
    [InlineData("acme/..", null, "GITHUB_REPOSITORY")]
    [InlineData("acme/models/x", null, "GITHUB_REPOSITORY")]
    [InlineData("acme/mo?dels", null, "GITHUB_REPOSITORY")]
    [InlineData("acme/models\n", null, "GITHUB_REPOSITORY")]
    [InlineData("acme/models", "http://api.github.com", "GITHUB_API_URL")]
    [InlineData("acme/models", "api.github.com", "GITHUB_API_URL")]
    [InlineData("acme/models", "https://me:pw@api.github.com", "GITHUB_API_URL")]
    [InlineData("acme/models", "https://api.github.com?x=1", "GITHUB_API_URL")]
    public void Malformed_values_are_refused(string repository, string? api, string variable) =>
        Should.Throw<InputException>(() => Read(repository, Hosts.Token, api)).Message.ShouldStartWith(variable);

    [Fact]
    public void All_malformed_values_are_named_and_the_token_is_not_shown()
    {
        var fault = Should.Throw<InputException>(() => Read("models", Hosts.Token + "\n", "nowhere", "nowhere"));

        fault.Message.Split(Environment.NewLine).Length.ShouldBe(4);
        fault.ToString().ShouldNotContain(Hosts.Token);
    }

    [Fact]
    public void The_settings_as_text_have_no_token() => Read("acme/models", Hosts.Token)!.ToString().ShouldNotContain(Hosts.Token);

    [Fact]
    public void Pages_for_people_are_on_the_server()
    {
        using var host = Hosts.Of(new Uri("http://127.0.0.1:1/"));

        host.PageOf("blob/main/README.md").ShouldBe("https://github.example/acme/models/blob/main/README.md");
        host.Name.ShouldBe("acme/models");
    }

    private static GitHubSettings? Read(string? repository, string? token, string? api = null, string? server = null) => GitHubSettings.Read(name => name switch
    {
        "GITHUB_REPOSITORY" => repository,
        "GITHUB_TOKEN" => token,
        "GITHUB_API_URL" => api,
        "GITHUB_SERVER_URL" => server,
        _ => null,
    });
}
