using ModelPipeline.Docker.Registries.Credentials;

namespace ModelPipeline.Docker.Tests.Registries.Credentials;

public sealed class RegistryCredentialsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_any_place_to_look_there_is_none() => (await FindAsync("ghcr.io")).ShouldBeNull();

    [Fact]
    public async Task The_environment_holds_the_credential_of_one_registry()
    {
        var environment = Read(("MODELPIPELINE_REGISTRY", "ghcr.io"), ("MODELPIPELINE_REGISTRY_USER", "ann"), ("MODELPIPELINE_REGISTRY_PASSWORD", "p"));

        (await FindAsync("ghcr.io", environment))!.Secret.ShouldBe("p");
        (await FindAsync("evil.example", environment)).ShouldBeNull();
    }

    [Fact]
    public void Half_of_the_environments_credential_is_a_mistake()
    {
        var fault = Should.Throw<InputException>(() => Read(("MODELPIPELINE_REGISTRY_PASSWORD", "hunter2")));

        fault.Message.ShouldStartWith("MODELPIPELINE_REGISTRY and MODELPIPELINE_REGISTRY_USER must be set too");
        fault.Message.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("ghcr.io", "ghcr.io")]
    [InlineData("https://ghcr.io/v1/", "ghcr.io")]
    [InlineData("localhost:5000", "localhost:5000")]
    [InlineData("https://index.docker.io/v1/", "docker.io")]
    public async Task What_docker_login_wrote_is_found(string key, string registry)
    {
        Configure($$$"""{"auths":{"{{{key}}}":{"auth":"YW5uOnA6cQ=="},"other.example":{}},"HttpHeaders":{"a":"b"}}""");

        var found = await FindAsync(registry);

        found!.User.ShouldBe("ann");
        found.Secret.ShouldBe("p:q");
        (await FindAsync("evil.example")).ShouldBeNull();
    }

    [Fact]
    public async Task An_identity_token_is_found()
    {
        Configure("""{"auths":{"ghcr.io":{"auth":"YW5uOg==","identitytoken":"t"}}}""");

        (await FindAsync("ghcr.io"))!.IsIdentityToken.ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"auths":{"ghcr.io":{"auth":"hunter2!"}}}""")]
    [InlineData("""{"auths":{"ghcr.io":{"auth":"aHVudGVyMg=="}}}""")]
    [InlineData("""{"auths":{"ghcr.io":"hunter2"}}""")]
    [InlineData("hunter2")]
    public async Task A_faulty_configuration_is_told_without_its_content(string json)
    {
        Configure(json);

        (await Should.ThrowAsync<InputException>(() => FindAsync("ghcr.io"))).ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_helper_is_asked_for_the_registry()
    {
        Helper("one", """read host; echo "{\"ServerURL\":\"$host\",\"Username\":\"ann\",\"Secret\":\"for $host\"}" """);
        Configure($$$"""{"credHelpers":{"ghcr.io":"{{{Name("one")}}}"},"auths":{"ghcr.io":{} } }""");

        (await FindAsync("ghcr.io"))!.Secret.ShouldBe("for ghcr.io");
    }

    [Fact]
    public async Task A_store_may_have_nothing_and_a_token()
    {
        Helper("two", """read host; if [ "$host" = ghcr.io ]; then echo '{"Username":"<token>","Secret":"t"}'; else echo "credentials not found in native keychain"; exit 1; fi""");
        Configure($$"""{"credsStore":"{{Name("two")}}"}""");

        (await FindAsync("ghcr.io"))!.IsIdentityToken.ShouldBeTrue();
        (await FindAsync("quay.io")).ShouldBeNull();
    }

    [Theory]
    [InlineData("three", "read host; echo hunter2; echo hunter2 >&2; exit 3", "it ended with code 3")]
    [InlineData("four", "read host; echo hunter2", "its answer is no JSON")]
    [InlineData("five", "read host; echo '{}'", "lacks a user or a secret")]
    public async Task A_helper_that_fails_is_told_without_what_it_wrote(string helper, string script, string reason)
    {
        Helper(helper, script);
        Configure($$"""{"credsStore":"{{Name(helper)}}"}""");

        var fault = await Should.ThrowAsync<InputException>(() => FindAsync("ghcr.io"));

        fault.Message.ShouldContain(reason);
        fault.ToString().ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task A_helper_that_does_not_answer_is_ended()
    {
        Helper("six", "exec sleep 1000");
        Configure($$"""{"credsStore":"{{Name("six")}}"}""");

        var fault = await Should.ThrowAsync<InputException>(() => FindAsync("ghcr.io", clock: new InstantClock()));

        fault.Message.ShouldContain("did not answer within 30 s");
    }

    [Theory]
    [InlineData("absent-helper", "no such program")]
    [InlineData("../../bin/sh", "its name is none")]
    public async Task A_helper_that_is_not_there_is_named(string helper, string reason)
    {
        Configure($$"""{"credsStore":"{{helper}}"}""");

        (await Should.ThrowAsync<InputException>(() => FindAsync("ghcr.io"))).Message.ShouldContain(reason);
    }

    private static string Name(string helper) => "modelpipeline-test-" + helper;

    private static void Helper(string name, string script)
    {
        Assert.SkipUnless(File.Exists("/bin/sh"), "there is no /bin/sh");
        HelperPath.Write("docker-credential-" + Name(name), "#!/bin/sh\n" + script + "\n");
    }

    private void Configure(string json) => File.WriteAllText(_folder["config.json"], json);

    private RegistryEnvironment Read(params (string Name, string Value)[] variables) => RegistryEnvironment.Read(
        name => name == "DOCKER_CONFIG" ? _folder.Path : variables.FirstOrDefault(variable => variable.Name == name).Value);

    private Task<Credential?> FindAsync(string registry, RegistryEnvironment? environment = null, TimeProvider? clock = null) =>
        new RegistryCredentials(environment ?? Read(), clock ?? TimeProvider.System).FindAsync(registry, TestContext.Current.CancellationToken);
}
