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
    public async Task A_read_has_its_endpoint_its_media_type_and_its_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        var line = new Line(new Answer());

        await line.Connect().Get<object>(new Uri("repos/acme/models?q=a%20b", UriKind.Relative), new Dictionary<string, string>(), "application/x", cancellation.Token);

        line.Sent.Method.ShouldBe(HttpMethod.Get);
        line.Sent.Endpoint.OriginalString.ShouldBe("repos/acme/models?q=a%20b");
        line.Sent.Headers["Accept"].ShouldBe("application/x");
        line.Sent.Body.ShouldBeNull();
        line.Cancellation.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task A_text_a_stream_or_content_is_sent_as_it_is_and_anything_else_is_written()
    {
        var line = new Line(new Answer());
        var connection = line.Connect();
        using var stream = new MemoryStream();
        using var content = new StringContent("text");

        await connection.Post<object>(Endpoint, "text", "application/x", "application/json", cancellationToken: TestContext.Current.CancellationToken);
        (line.Sent.Body, line.Sent.ContentType, line.Sent.Method).ShouldBe(("text", "application/json", HttpMethod.Post));
        await connection.Post<object>(Endpoint, stream, null, "application/zip", cancellationToken: TestContext.Current.CancellationToken);
        line.Sent.Body.ShouldBeSameAs(stream);
        await connection.Put<object>(Endpoint, content);
        line.Sent.Body.ShouldBeSameAs(content);
        await connection.Patch<object>(Endpoint, 7);
        (line.Sent.Body, line.Sent.ContentType, line.Sent.Method).ShouldBe(("written 7", "application/x-www-form-urlencoded", HttpMethod.Patch));
        await connection.Put<object>(Endpoint, "text");
        line.Sent.Method.ShouldBe(HttpMethod.Put);
        (await connection.Delete(Endpoint)).ShouldBe(System.Net.HttpStatusCode.OK);
        line.Sent.Method.ShouldBe(HttpMethod.Delete);
        line.Sent.Headers["Accept"].ShouldStartWith("application/vnd.github.v3+json");
    }

    [Fact]
    public async Task Nothing_is_sent_without_an_endpoint_or_without_a_body_where_one_is_needed()
    {
        var line = new Line(new Answer());
        var connection = line.Connect();

        (await Should.ThrowAsync<ArgumentNullException>(() => connection.Post<object>(null!, null!, null!, null!, TestContext.Current.CancellationToken))).ParamName.ShouldBe("uri");
        (await Should.ThrowAsync<ArgumentNullException>(() => connection.Patch<object>(null!, null!))).ParamName.ShouldBe("uri");
        (await Should.ThrowAsync<ArgumentNullException>(() => connection.Post<object>(Endpoint, null!, null!, null!, TestContext.Current.CancellationToken))).ParamName.ShouldBe("body");
        (await Should.ThrowAsync<ArgumentNullException>(() => connection.Patch<object>(Endpoint, null!))).ParamName.ShouldBe("body");

        line.Sent.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_may_have_no_body_and_then_has_no_media_type()
    {
        var line = new Line(new Answer());

        await line.Connect().Put<object>(Endpoint, null!);

        (line.Sent.Body, line.Sent.ContentType).ShouldBe((null, null));
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
    public async Task A_token_is_no_password()
    {
        var line = new Line(new Answer());
        var connection = line.Connect(credentials: new Credentials("secret", AuthenticationType.Basic));

        await Should.ThrowAsync<Exception>(() => connection.Get<object>(Endpoint, null, null, CancellationToken.None));

        line.Sent.ShouldBeNull();
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

    [Fact]
    public async Task An_object_where_a_dictionary_is_wanted_is_read_as_it_is()
    {
        var line = new Line(new Answer { Body = """{"a":1}""" });

        (await line.Connect().Get<IDictionary<string, string>>(Endpoint, null, null, CancellationToken.None)).Body["read"].ShouldBe("""{"a":1}""");
    }

    [Fact]
    public async Task An_answer_must_say_something_of_the_api()
    {
        var line = new Line(new Answer { ApiInfo = null! });

        await Should.ThrowAsync<SystemException>(() => line.Connect().Get<object>(Endpoint, null, null, CancellationToken.None));
    }
}
