using System.Text;
using Microsoft.AspNetCore.Http;
using ModelPipeline.Docker.Registries.Credentials;

namespace ModelPipeline.Docker.Tests.Registries;

public sealed class AuthenticationTests : IAsyncDisposable
{
    private const string Password = "hunter2-päss:word";

    private readonly TemporaryFolder _folder = new();
    private readonly TestImage _image = new();
    private readonly InstantClock _clock = new();
    private readonly Credential _ann = new("ann", Password, isIdentityToken: false);
    private readonly List<string> _tokenRequests = [];
    private FakeRegistry? _registry;
    private int _tokens;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (_registry is not null)
            await _registry.DisposeAsync();
    }

    [Fact]
    public async Task One_token_does_for_a_whole_push()
    {
        await StartAsync(TokensAsync);

        await PushAsync(_ann);

        _tokenRequests.ShouldBe([$"GET ?service=fake&scope=repository%3Aacme%2Fchurn%3Apull%2Cpush {Basic("ann", Password)}"]);
        _registry!.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
        _registry.Requests.ShouldAllBe(request => !request.Query.Contains("hunter2"));
    }

    [Fact]
    public async Task An_expired_token_is_renewed_before_it_is_refused()
    {
        await StartAsync(async context =>
        {
            if (context.Request.Method == "PATCH")
                _clock.Advance(TimeSpan.FromSeconds(296));
            return await TokensAsync(context);
        });

        await PushAsync(_ann);

        _tokenRequests.Count.ShouldBe(4, "one, and one after each of three blobs");
        Refusals.ShouldBe(1, "the very first request");
    }

    [Fact]
    public async Task A_token_that_is_refused_early_is_renewed()
    {
        await StartAsync(async context =>
        {
            if (context.Request.Method == "PUT" && _tokens == 1)
                _tokens++;
            return await TokensAsync(context);
        });

        await PushAsync(_ann);

        Refusals.ShouldBe(2);
        _registry!.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
    }

    [Fact]
    public async Task A_registry_may_give_tokens_to_anybody()
    {
        await StartAsync(TokensAsync);

        await PushAsync(null);

        _tokenRequests.ShouldHaveSingleItem().ShouldEndWith("push ");
    }

    [Fact]
    public async Task An_identity_token_is_exchanged_in_a_body()
    {
        await StartAsync(TokensAsync);

        await PushAsync(new Credential("", "identity/1", isIdentityToken: true));

        _tokenRequests.ShouldBe(["POST service=fake&scope=repository%3Aacme%2Fchurn%3Apull%2Cpush&grant_type=refresh_token&refresh_token=identity%2F1&client_id=modelpipeline"]);
    }

    [Fact]
    public async Task User_and_password_are_sent_where_they_are_asked_for()
    {
        await StartAsync(context => Task.FromResult(Refuse(context, context.Request.Headers.Authorization == Basic("ann", Password), "Basic realm=\"fake\"")));

        await PushAsync(_ann);

        Refusals.ShouldBe(1);
        _registry!.Manifests["1"].Bytes.ShouldBe(_image.Manifest);
    }

    [Theory]
    [InlineData("Basic realm=\"fake\"")]
    [InlineData("Bearer realm=\"http://{0}/token\",service=\"fake\"")]
    public async Task Refused_credentials_are_not_repeated_to_people(string challenge)
    {
        await StartAsync(async context =>
        {
            if (context.Request.Path == "/token")
            {
                context.Response.StatusCode = 401;
                await context.Response.WriteAsync($$"""{"errors":[{"code":"UNAUTHORIZED","message":"{{context.Request.Headers.Authorization}}"}]}""");
                return true;
            }

            return Refuse(context, false, string.Format(null, challenge, _registry!.Host));
        });
        var messages = new Messages();

        var fault = await Should.ThrowAsync<InputException>(() => PushAsync(_ann, messages));

        fault.ToString().ShouldNotContain("hunter2");
        fault.ToString().ShouldNotContain(Basic("ann", Password)[6..]);
        fault.Message.ShouldContain("401");
        fault.Message.ShouldContain("docker login");
        messages.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registry_that_asks_somebody_without_credentials_is_told_how_to_get_them()
    {
        await StartAsync(context => Task.FromResult(Refuse(context, false, "Basic realm=\"fake\"")));

        var fault = await Should.ThrowAsync<InputException>(() => PushAsync(null));

        fault.Message.ShouldContain($"Run docker login {_registry!.Host}, or set MODELPIPELINE_REGISTRY, MODELPIPELINE_REGISTRY_USER and MODELPIPELINE_REGISTRY_PASSWORD");
    }

    [Theory]
    [InlineData("Bearer realm=\"http://tokens.example/\"", "plain HTTP to 'tokens.example'")]
    [InlineData("Bearer realm=\"file:///etc/passwd\"", "the scheme 'file'")]
    [InlineData("Bearer realm=\"https://a:b@tokens.example/\"", "a password")]
    [InlineData("Bearer service=\"x\"", "names no address for tokens")]
    [InlineData("Negotiate", "neither Bearer nor Basic")]
    public async Task Tokens_are_asked_for_nowhere_that_is_not_safe(string challenge, string reason)
    {
        await StartAsync(context => Task.FromResult(Refuse(context, false, challenge)));

        (await Should.ThrowAsync<InputException>(() => PushAsync(_ann))).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData("""{"token":"a\r\nHost: evil"}""")]
    [InlineData("""{"token":""}""")]
    [InlineData("{}")]
    [InlineData("hunter2-token")]
    public async Task A_token_that_is_none_is_refused_without_being_told(string answer)
    {
        await StartAsync(async context =>
        {
            if (context.Request.Path != "/token")
                return Refuse(context, false, $"Bearer realm=\"http://{_registry!.Host}/token\"");
            await context.Response.WriteAsync(answer);
            return true;
        });

        var fault = await Should.ThrowAsync<InputException>(() => PushAsync(_ann));

        fault.ToString().ShouldNotContain("evil");
        fault.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_token_service_that_fails_for_the_moment_is_asked_again()
    {
        var failures = 2;
        await StartAsync(async context =>
        {
            if (context.Request.Path != "/token" || --failures < 0)
                return await TokensAsync(context);
            context.Response.StatusCode = 503;
            return true;
        });

        await PushAsync(_ann);

        _clock.Waits.ShouldBe([1, 2]);
    }

    private int Refusals { get; set; }

    private static string Basic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    private async Task StartAsync(Func<HttpContext, Task<bool>> intercept)
    {
        _registry = await FakeRegistry.StartAsync();
        _registry.Intercept = intercept;
    }

    private Task PushAsync(Credential? credential, Messages? messages = null) => Pushes.Client(_clock, _registry!.Host, credential)
        .PushAsync(_image.Save(_folder["image.tar"]), _registry.Host + "/acme/churn:1", messages ?? new Messages(), TestContext.Current.CancellationToken);

    /// <summary>Gives tokens that last 300 s, and lets nobody pass without the newest.</summary>
    private async Task<bool> TokensAsync(HttpContext context)
    {
        if (context.Request.Path == "/token")
        {
            var given = context.Request.Method == "POST"
                ? await new StreamReader(context.Request.Body).ReadToEndAsync()
                : $"{context.Request.QueryString} {context.Request.Headers.Authorization}";
            _tokenRequests.Add($"{context.Request.Method} {given}");
            await context.Response.WriteAsync($$"""{"access_token":"t{{++_tokens}}","expires_in":300}""");
            return true;
        }

        return Refuse(
            context, context.Request.Headers.Authorization == $"Bearer t{_tokens}", $"Bearer realm=\"http://{_registry!.Host}/token\",service=\"fake\",scope=\"repository:acme/churn:pull\"");
    }

    private bool Refuse(HttpContext context, bool isWelcome, string challenge)
    {
        if (isWelcome)
            return false;
        Refusals++;
        context.Response.StatusCode = 401;
        context.Response.Headers.WWWAuthenticate = challenge;
        return true;
    }
}
