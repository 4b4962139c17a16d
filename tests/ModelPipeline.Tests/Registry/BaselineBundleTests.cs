using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Storage;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Registry;

public sealed class BaselineBundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BaselineBundleTests()
    {
        Release("1.0.0", "first");
        Release("1.10.0", "champion");
        Release("1.9.0", "second");
    }

    private string Model => _folder["churn"];

    [Fact]
    public void The_champion_is_the_baseline_unless_another_is_asked_for() =>
        Select(null).ShouldNotBeNull().Identity.Version.ShouldBe("1.10.0");

    [Fact]
    public void Where_nothing_is_released_there_is_no_baseline() => BaselineBundle.Select(null, _folder["other"], _folder.Path).ShouldBeNull();

    [Fact]
    public void None_is_no_baseline_even_where_releases_cannot_be_read()
    {
        _folder.Write("churn/releases/latest/release.json", "?");

        Select("none").ShouldBeNull();
    }

    [Fact]
    public void A_released_version_is_its_archive()
    {
        var baseline = Select("1.0.0").ShouldNotBeNull();

        baseline.ShouldBe(new BaselineBundle(new Baseline("1.0.0", BundleDigest.Of(_folder["first"])), _folder["churn/releases/1.0.0/bundle.zip"]));
        var bundle = baseline.Open(_folder["unpacked"]);
        bundle.Digest.ShouldBe(baseline.Identity.Digest);
        bundle.Folder.ShouldBe(_folder["unpacked"]);
    }

    [Theory]
    [InlineData("churn", "there are 1.0.0, 1.9.0, 1.10.0.")]
    [InlineData("other", "there are none yet.")]
    public void A_version_that_was_never_released_is_refused_with_those_that_were(string model, string known)
    {
        var fault = Should.Throw<InputException>(() => BaselineBundle.Select("2.0.0", _folder[model], _folder.Path));

        fault.Message.ShouldBe($"--baseline 2.0.0: there is no such release in '{_folder[model]}'; {known}");
    }

    [Fact]
    public void A_path_is_an_unreleased_bundle_relative_to_the_root()
    {
        var baseline = Select("second").ShouldNotBeNull();

        baseline.ShouldBe(new BaselineBundle(new Baseline("unreleased", BundleDigest.Of(_folder["second"])), _folder["second"]));
        baseline.ShouldBe(Select(_folder["second"]));
        baseline.Open(_folder["unpacked"]).Folder.ShouldBe(_folder["second"]);
        _folder.Entries().ShouldNotContain("unpacked");
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("1.0")]
    [InlineData("churn/releases/1.0.0")]
    [InlineData("v1.0.0\n")]
    public void A_path_without_a_bundle_is_refused(string wanted) =>
        Should.Throw<InputException>(() => Select(wanted)).Message
            .ShouldBe($"--baseline {QuotedText.Of(wanted)} is neither a released version such as 1.0.0, nor the folder of a bundle, nor 'none'.");

    [Fact]
    public void A_bundle_that_cannot_be_read_is_refused_before_anything_runs()
    {
        _folder.Write("broken/bundle.json", "{");

        Should.Throw<InputException>(() => Select("broken")).Message.ShouldEndWith("Name another bundle with --baseline.");
    }

    [Fact]
    public void An_archive_is_unpacked_once_and_again_where_it_was_changed()
    {
        var baseline = Select(null).ShouldNotBeNull();
        baseline.Open(_folder["unpacked"]);
        var archive = File.ReadAllBytes(baseline.Path);
        File.Delete(baseline.Path);

        baseline.Open(_folder["unpacked"]).Digest.ShouldBe(baseline.Identity.Digest);

        File.AppendAllText(_folder["unpacked/fake.bin"], "!");
        Should.Throw<InputException>(() => baseline.Open(_folder["unpacked"])).Message.ShouldContain("Restore it from version control");

        File.WriteAllBytes(baseline.Path, archive);
        baseline.Open(_folder["unpacked"]).Digest.ShouldBe(baseline.Identity.Digest);
    }

    [Fact]
    public void A_release_that_holds_another_bundle_than_it_says_is_refused()
    {
        File.Copy(_folder["churn/releases/1.0.0/bundle.zip"], _folder["churn/releases/1.10.0/bundle.zip"], overwrite: true);

        Should.Throw<InputException>(() => Select(null)!.Open(_folder["unpacked"])).Message.ShouldContain($"expected {BundleDigest.Of(_folder["champion"])}");
    }

    [Fact]
    public void A_bundle_that_changes_while_the_run_goes_on_is_refused()
    {
        var baseline = Select("second").ShouldNotBeNull();
        File.AppendAllText(_folder["second/fake.bin"], "!");

        Should.Throw<InputException>(() => baseline.Open(_folder["unpacked"])).Message.ShouldContain("changed while the run was going on");
    }

    [Fact]
    public async Task A_bundle_too_large_for_version_control_is_fetched_by_its_digest()
    {
        var baseline = await KeepElsewhereAsync();

        baseline.IsElsewhere(_folder["unpacked"]).ShouldBeTrue();
        await baseline.FetchAsync(_folder["unpacked"], Artifacts, TestContext.Current.CancellationToken);

        baseline.IsElsewhere(_folder["unpacked"]).ShouldBeFalse();
        baseline.Open(_folder["unpacked"]).Digest.ShouldBe(baseline.Identity.Digest);
        File.Exists(_folder["unpacked.zip"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_bundle_that_is_not_kept_or_is_another_is_not_used()
    {
        var baseline = await KeepElsewhereAsync();
        var archive = Directory.EnumerateFiles(_folder["artifacts"]).Single();
        File.AppendAllText(archive, "!");
        await Should.ThrowAsync<InvalidDataException>(() => baseline.FetchAsync(_folder["unpacked"], Artifacts, TestContext.Current.CancellationToken));

        File.Delete(archive);
        await Should.ThrowAsync<IOException>(() => baseline.FetchAsync(_folder["unpacked"], Artifacts, TestContext.Current.CancellationToken));
        Directory.Exists(_folder["unpacked"]).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private FolderArtifactStore Artifacts(string tag) => tag == "churn@v1.10.0" ? new(_folder["artifacts"]) : throw new ArgumentException("Another tag.", nameof(tag));

    /// <summary>The champion as a release has it whose bundle was too large.</summary>
    private async Task<BaselineBundle> KeepElsewhereAsync()
    {
        var baseline = Select(null).ShouldNotBeNull();
        var archive = await File.ReadAllBytesAsync(baseline.Path, TestContext.Current.CancellationToken);
        var digest = await new FolderArtifactStore(_folder["artifacts"]).PutAsync("bundle.zip", new MemoryStream(archive), TestContext.Current.CancellationToken);
        File.Delete(baseline.Path);
        await File.WriteAllBytesAsync(_folder["churn/releases/1.10.0/release.json"], ReleaseJson.Write(new ReleaseDocument
        {
            Model = "churn",
            Version = "1.10.0",
            Bundle = baseline.Identity.Digest,
            Origin = ReleaseDocument.Proposed,
            Released = DateTimeOffset.UnixEpoch,
            Tool = "0.1.0",
            Data = digest,
            Spec = digest,
            Files = [],
            Artifacts = new(StringComparer.Ordinal) { ["bundle.zip"] = new(digest, archive.Length) },
        }), TestContext.Current.CancellationToken);
        return Select(null).ShouldNotBeNull();
    }

    private BaselineBundle? Select(string? wanted) => BaselineBundle.Select(wanted, Model, _folder.Path);

    private void Release(string version, string bundle)
    {
        var written = ModelBundle.Write(_folder[bundle], new FakeModel(new FakeScorer(Manifests.Full.Signature, x => x)), Manifests.Full with { Trainer = bundle }, _ => { });
        _folder.Write(
            $"churn/releases/{version}/release.json",
            $$"""{ "schema": "modelpipeline/release/v1", "model": "churn", "version": "{{version}}", "bundle": "{{written.Digest}}" }""");
        File.WriteAllBytes(_folder[$"churn/releases/{version}/bundle.zip"], BundleArchive.Pack(written.Folder));
    }
}
