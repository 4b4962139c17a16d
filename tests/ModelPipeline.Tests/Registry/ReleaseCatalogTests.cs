using ModelPipeline.Registry;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Registry;

public sealed class ReleaseCatalogTests : IDisposable
{
    private static readonly Digest Bundle = Digest.Of("bundle");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_model_without_releases_has_no_champion()
    {
        ReleaseCatalog.Read(_folder["churn"]).ShouldBeEmpty();
        ReleaseCatalog.Champion(_folder["churn"]).ShouldBeNull();
    }

    [Fact]
    public void An_empty_folder_of_releases_holds_no_champion()
    {
        Directory.CreateDirectory(_folder["churn/releases"]);

        ReleaseCatalog.Champion(_folder["churn"]).ShouldBeNull();
    }

    [Fact]
    public void Versions_are_read_oldest_first_and_the_newest_is_the_champion()
    {
        Release("1.9.0");
        Release("1.10.0");
        Release("0.11.2");

        ReleaseCatalog.Read(_folder["churn"]).Select(release => $"{release.Version}").ShouldBe(["0.11.2", "1.9.0", "1.10.0"]);
        var champion = ReleaseCatalog.Champion(_folder["churn"]).ShouldNotBeNull();
        champion.ShouldBe(new ReleasedVersion(new SemanticVersion(1, 10, 0), Bundle, _folder["churn/releases/1.10.0"]));
    }

    [Fact]
    public void A_folder_named_with_a_separator_at_its_end_is_the_same_model()
    {
        Release("1.0.0");

        ReleaseCatalog.Champion(_folder["churn"] + Path.DirectorySeparatorChar).ShouldNotBeNull().Digest.ShouldBe(Bundle);
    }

    [Theory]
    [InlineData("1.0", "{}", "the folder's name is not a version such as 1.2.3")]
    [InlineData("1.0.0", null, "there is no release.json")]
    [InlineData("1.0.0", "", "JSON")]
    [InlineData("1.0.0", "{ \"schema\": ", "LineNumber: 0")]
    [InlineData("1.0.0", "[]", "release.json has no text in 'schema', expected 'modelpipeline/release/v1'")]
    [InlineData("1.0.0", """{ "schema": 1 }""", "release.json has no text in 'schema'")]
    [InlineData("1.0.0", """{ "schema": "modelpipeline/release/v2" }""", "release.json says schema 'modelpipeline/release/v2', expected 'modelpipeline/release/v1'")]
    [InlineData("1.0.0", """{ "schema": "modelpipeline/release/v1", "model": "fraud\nTwo" }""", @"release.json says model 'fraud\nTwo', expected 'churn'")]
    [InlineData("1.0.0", """{ "schema": "modelpipeline/release/v1", "model": "churn", "version": "1.0.1" }""", "release.json says version '1.0.1', expected '1.0.0'")]
    [InlineData("1.0.0", """{ "schema": "modelpipeline/release/v1", "model": "churn", "version": "1.0.0" }""", "release.json has no digest in 'bundle'")]
    [InlineData("1.0.0", """{ "schema": "modelpipeline/release/v1", "model": "churn", "version": "1.0.0", "bundle": "sha256:abc" }""", "release.json has no digest in 'bundle'")]
    public void A_release_that_is_not_as_it_should_be_is_refused(string version, string? json, string message)
    {
        Directory.CreateDirectory(_folder[$"churn/releases/{version}"]);
        if (json is not null)
            _folder.Write($"churn/releases/{version}/release.json", json);

        var fault = Should.Throw<InputException>(() => ReleaseCatalog.Champion(_folder["churn"]));

        fault.Message.ShouldContain(message);
        fault.Message.ShouldContain(_folder[$"churn/releases/{version}"]);
    }

    [Theory]
    [InlineData("1.0.0.new")]
    [InlineData("1.0.0.old")]
    public void Half_a_release_that_a_killed_run_left_is_none(string folder)
    {
        Directory.CreateDirectory(_folder[$"churn/releases/{folder}"]);

        ReleaseCatalog.Champion(_folder["churn"]).ShouldBeNull();
    }

    [Fact]
    public void Every_bad_release_is_named_at_once_and_one_good_one_does_not_hide_them()
    {
        Release("1.0.0");
        Directory.CreateDirectory(_folder["churn/releases/latest"]);
        _folder.Write("churn/releases/1.1.0/release.json", "?");

        var fault = Should.Throw<InputException>(() => ReleaseCatalog.Read(_folder["churn"]));

        fault.Message.Split('\n').Length.ShouldBe(3);
        fault.Message.ShouldContain("latest: the folder's name");
        fault.Message.ShouldContain("1.1.0: ");
    }

    [Fact]
    public void A_file_in_the_place_of_the_releases_is_no_empty_history()
    {
        _folder.Write("churn/releases", "");

        Should.Throw<InputException>(() => ReleaseCatalog.Champion(_folder["churn"])).Message.ShouldContain("is a file");
    }

    public void Dispose() => _folder.Dispose();

    private void Release(string version) => _folder.Write(
        $"churn/releases/{version}/release.json",
        $$"""{ "schema": "modelpipeline/release/v1", "model": "churn", "version": "{{version}}", "bundle": "{{Bundle}}", "origin": "imported" }""");
}
