using ModelPipeline.Docker.Registries;

namespace ModelPipeline.Docker.Tests.Registries;

public sealed class ImageReferenceTests
{
    private const string Sha = "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData("ghcr.io/acme/churn:1.2.0", "ghcr.io", "acme/churn", "1.2.0", null, "https://ghcr.io/")]
    [InlineData("debian", "docker.io", "library/debian", null, null, "https://registry-1.docker.io/")]
    [InlineData("acme/churn", "docker.io", "acme/churn", null, null, "https://registry-1.docker.io/")]
    [InlineData("docker.io/debian:13", "docker.io", "library/debian", "13", null, "https://registry-1.docker.io/")]
    [InlineData("index.docker.io/acme/churn", "docker.io", "acme/churn", null, null, "https://registry-1.docker.io/")]
    [InlineData("localhost/churn", "localhost", "churn", null, null, "http://localhost/")]
    [InlineData("localhost:5000/churn:a", "localhost:5000", "churn", "a", null, "http://localhost:5000/")]
    [InlineData("127.0.0.1:5000/a/b/c", "127.0.0.1:5000", "a/b/c", null, null, "http://127.0.0.1:5000/")]
    [InlineData("[::1]:5000/churn", "[::1]:5000", "churn", null, null, "http://[::1]:5000/")]
    [InlineData("10.0.0.1:5000/churn", "10.0.0.1:5000", "churn", null, null, "https://10.0.0.1:5000/")]
    [InlineData("localhost.example.com/churn", "localhost.example.com", "churn", null, null, "https://localhost.example.com/")]
    [InlineData("Registry/churn", "Registry", "churn", null, null, "https://registry/")]
    [InlineData("ghcr.io/a_b/c__d/e---f@" + Sha, "ghcr.io", "a_b/c__d/e---f", null, Sha, "https://ghcr.io/")]
    [InlineData("ghcr.io/acme/churn:1@" + Sha, "ghcr.io", "acme/churn", "1", Sha, "https://ghcr.io/")]
    public void Reads_references_by_Dockers_rules(string text, string registry, string name, string? tag, string? digest, string origin)
    {
        var reference = ImageReference.Parse(text);

        reference.Registry.ShouldBe(registry);
        reference.Name.ShouldBe(name);
        reference.Tag.ShouldBe(tag);
        reference.Digest?.ToString().ShouldBe(digest);
        reference.Origin.ToString().ShouldBe(origin);
        reference.Version.ShouldBe(digest ?? tag ?? "latest");
    }

    [Theory]
    [InlineData("", "is no name")]
    [InlineData("Churn", "is no name")]
    [InlineData("ghcr.io/Acme/churn", "is no name")]
    [InlineData("ghcr.io/acme//churn", "is no name")]
    [InlineData("ghcr.io/../churn", "is no name")]
    [InlineData("ghcr.io/acme/churn?x=1", "is no name")]
    [InlineData("ghcr.io/", "is no name")]
    [InlineData("ghcr.io/churn:", "a tag has")]
    [InlineData("ghcr.io/churn:-1", "a tag has")]
    [InlineData("ghcr.io/churn:a/b", "is no name")]
    [InlineData("ghcr.io/churn@sha256:12", "what follows '@'")]
    [InlineData("ghcr.io/churn@" + Sha + "@" + Sha, "what follows '@'")]
    [InlineData("ghcr.io:0/churn", "is no host")]
    [InlineData("ghcr.io:65536/churn", "is no host")]
    [InlineData("user:secret@ghcr.io/churn", "what follows '@'")]
    [InlineData("https://ghcr.io/churn", "is no host")]
    [InlineData("-a.b/churn", "is no host")]
    [InlineData("a.b\n/churn", "is no host")]
    public void Says_what_is_wrong_with_a_reference(string text, string reason)
    {
        var fault = Should.Throw<InputException>(() => ImageReference.Parse(text));

        fault.Message.ShouldContain(reason);
        fault.Message.ShouldNotContain("\n");
    }

    [Fact]
    public void Takes_names_and_tags_up_to_their_limits_alone()
    {
        ImageReference.Parse($"a.b/{new string('c', 251)}:{new string('d', 128)}").Tag!.Length.ShouldBe(128);

        Should.Throw<InputException>(() => ImageReference.Parse($"a.b/{new string('c', 252)}")).Message.ShouldContain("255");
        Should.Throw<InputException>(() => ImageReference.Parse($"a.b/c:{new string('d', 129)}")).Message.ShouldContain("128");
    }
}
