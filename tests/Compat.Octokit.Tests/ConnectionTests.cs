using System.Globalization;
using Octokit;
using Octokit.Internal;

namespace Compat.Octokit.Tests;

public sealed class ConnectionTests
{
    private static readonly Uri Endpoint = new("repos/acme/models", UriKind.Relative);

    [Theory]
    [InlineData("https://git.acme.com/api/v3/")]
    [InlineData("https://api.github.com/")]
    [InlineData("http://127.0.0.1:8080/deep")]
    public async Task The_base_address_is_taken_as_it_is(string address)
    {
        var line = new Line(new Answer());
        var connection = line.Connect(address);

        await connection.Get<object>(Endpoint, null, null, CancellationToken.None);

        connection.BaseAddress.ShouldBe(new Uri(address));
        line.Sent.BaseAddress.ShouldBe(new Uri(address));
        line.Sent.Endpoint.ShouldBe(Endpoint);
    }

    [Fact]
    public void A_relative_base_address_is_refused() => Should.Throw<ArgumentException>(() => new Connection(
        new ProductHeaderValue("App", "1"), new Uri("api", UriKind.Relative), new InMemoryCredentialStore(Credentials.Anonymous), new Line(new Answer()), null!));

    [Fact]
    public async Task A_read_has_its_query_its_media_type_and_its_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var line = new Line(new Answer());

        await line.Connect().Get<object>(Endpoint, new Dictionary<string, string> { ["q"] = "a b" }, "application/x", cancellation.Token);

        line.Sent.Method.ShouldBe(HttpMethod.Get);
        line.Sent.Endpoint.OriginalString.ShouldBe("repos/acme/models?q=a%20b");
        line.Sent.Headers["Accept"].ShouldBe("application/x");
        line.Sent.Body.ShouldBeNull();
        line.Cancellation.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task A_text_or_a_stream_is_sent_as_it_is_and_anything_else_is_written()
    {
        var line = new Line(new Answer());
        var connection = line.Connect();
        using var stream = new MemoryStream();

        await connection.Post<object>(Endpoint, "text", "application/x", "application/json", cancellationToken: TestContext.Current.CancellationToken);
        (line.Sent.Body, line.Sent.ContentType, line.Sent.Method).ShouldBe(("text", "application/json", HttpMethod.Post));
        await connection.Post<object>(Endpoint, stream, null, "application/zip", cancellationToken: TestContext.Current.CancellationToken);
        line.Sent.Body.ShouldBeSameAs(stream);
        await connection.Patch<object>(Endpoint, 7);
        (line.Sent.Body, line.Sent.ContentType, line.Sent.Method).ShouldBe(("written 7", "application/x-www-form-urlencoded", HttpMethod.Patch));
        await connection.Put<object>(Endpoint, "text");
        line.Sent.Method.ShouldBe(HttpMethod.Put);
        (await connection.Delete(Endpoint)).ShouldBe(System.Net.HttpStatusCode.OK);
        line.Sent.Method.ShouldBe(HttpMethod.Delete);
        line.Sent.Headers["Accept"].ShouldStartWith("application/vnd.github.v3+json");
    }

    [Fact]
    public async Task The_user_agent_names_product_system_culture_and_library()
    {
        var line = new Line(new Answer());

        await line.Connect().Get<object>(Endpoint, null, null, CancellationToken.None);

        line.Sent.Headers["User-Agent"].ShouldStartWith($"App/1.2 ({Environment.OSVersion.Platform} ");
        line.Sent.Headers["User-Agent"].ShouldContain($"; {CultureInfo.CurrentCulture.Name}; Octokit.net 14.0.0");
    }

    [Theory]
    [InlineData(AuthenticationType.Oauth, "Token secret")]
    [InlineData(AuthenticationType.Bearer, "Bearer secret")]
    public async Task A_token_is_sent_in_the_header_of_its_kind(AuthenticationType type, string header)
    {
        var line = new Line(new Answer());

        await line.Connect(credentials: new Credentials("secret", type)).Get<object>(Endpoint, null, null, CancellationToken.None);

        line.Sent.Headers["Authorization"].ShouldBe(header);
    }

    [Fact]
    public async Task Nobody_sends_no_header()
    {
        var line = new Line(new Answer());

        await line.Connect().Get<object>(Endpoint, null, null, CancellationToken.None);

        line.Sent.Headers.ShouldNotContainKey("Authorization");
    }

    [Theory]
    [InlineData("application/json", "[1]", "read [1]")]
    [InlineData("application/json", "{}", "{}")]
    [InlineData("application/json", "", "")]
    [InlineData("text/plain", "[1]", "[1]")]
    [InlineData("application/vnd.github+json", "[1]", "[1]")]
    public async Task A_body_is_read_only_where_it_is_json(string contentType, string body, string read)
    {
        var line = new Line(new Answer { ContentType = contentType, Body = body });

        var response = await line.Connect().Get<object>(Endpoint, null, null, CancellationToken.None);

        response.Body.ShouldBe(read);
        response.HttpResponse.Body.ShouldBe(body);
    }

    [Fact]
    public async Task A_single_object_where_a_list_is_wanted_is_read_as_a_list()
    {
        var line = new Line(new Answer { Body = """{"a":1}""" });

        (await line.Connect().Get<List<string>>(Endpoint, null, null, CancellationToken.None)).Body.ShouldBe(["""[{"a":1}]"""]);
    }
}
