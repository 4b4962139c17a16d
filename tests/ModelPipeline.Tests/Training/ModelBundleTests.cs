using System.Text;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class ModelBundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_bundle_opens_as_it_was_written()
    {
        var written = Write();

        var opened = ModelBundle.Open(_folder["bundle"]);

        opened.Digest.ShouldBe(written.Digest);
        opened.Folder.ShouldBe(_folder["bundle"]);
        Encoding.UTF8.GetString(BundleJson.Write(opened.Manifest)).ShouldBe(Encoding.UTF8.GetString(BundleJson.Write(Manifests.Full)));
        _folder.Entries().ShouldBe(["bundle", "bundle/bundle.json", "bundle/fake.bin", "bundle/golden.csv"]);
    }

    [Fact]
    public void Equal_bundles_have_equal_digests_and_a_changed_file_another()
    {
        var first = Write().Digest;
        Write().Digest.ShouldBe(first);

        File.AppendAllText(_folder["bundle/fake.bin"], "!");

        ModelBundle.Open(_folder["bundle"]).Digest.ShouldNotBe(first);
    }

    [Fact]
    public void A_model_that_cannot_be_saved_leaves_the_last_bundle_as_it_was()
    {
        var last = Write().Digest;

        Should.Throw<IOException>(() => ModelBundle.Write(_folder["bundle"], new FakeModel(NoScorer()), Manifests.Full, _ => throw new IOException("disk full")));

        ModelBundle.Open(_folder["bundle"]).Digest.ShouldBe(last);
        _folder.Entries().ShouldBe(["bundle", "bundle/bundle.json", "bundle/fake.bin", "bundle/golden.csv"]);
    }

    [Fact]
    public void A_folder_without_a_manifest_is_no_bundle()
    {
        _folder.Write("bundle/fake.bin", "weights");

        Should.Throw<InputException>(() => ModelBundle.Open(_folder["bundle"])).Message
            .ShouldBe($"There is no bundle in '{_folder["bundle"]}' (bundle.json is missing). Run the target Train.");
        Should.Throw<InputException>(() => ModelBundle.Open(_folder["nowhere"])).Message.ShouldContain("There is no bundle");
    }

    [Theory]
    [InlineData("", "JSON")]
    [InlineData("null", "it is empty")]
    [InlineData("{", "JSON")]
    [InlineData("{}", "name")]
    public void A_corrupt_manifest_is_named_with_the_cause_and_what_to_do(string json, string cause)
    {
        _folder.Write("bundle/bundle.json", json);

        var fault = Should.Throw<InputException>(() => ModelBundle.Open(_folder["bundle"]));

        fault.Message.ShouldStartWith($"The bundle's {_folder["bundle/bundle.json"]} cannot be read: ");
        fault.Message.ShouldContain(cause);
        fault.Message.ShouldEndWith(". Run the target Train.");
    }

    [Fact]
    public void A_manifest_of_another_format_is_refused()
    {
        Write();
        File.WriteAllText(_folder["bundle/bundle.json"], File.ReadAllText(_folder["bundle/bundle.json"]).Replace("bundle/v1", "bundle/v2", StringComparison.Ordinal));

        Should.Throw<InputException>(() => ModelBundle.Open(_folder["bundle"])).Message
            .ShouldContain("its schema is 'modelpipeline/bundle/v2', expected 'modelpipeline/bundle/v1'");
    }

    [Fact]
    public void A_file_too_large_to_be_a_manifest_is_not_read()
    {
        Directory.CreateDirectory(_folder["bundle"]);
        using (var file = File.Create(_folder["bundle/bundle.json"]))
            file.SetLength(64L * 1024 * 1024 + 1);

        Should.Throw<InputException>(() => ModelBundle.Open(_folder["bundle"])).Message.ShouldContain("it is larger than 64 MB");
    }

    public void Dispose() => _folder.Dispose();

    private static FakeScorer NoScorer() => new(Manifests.Full.Signature, x => x);

    private ModelBundle Write() => ModelBundle.Write(
        _folder["bundle"], new FakeModel(NoScorer()), Manifests.Full, folder => File.WriteAllText(Path.Combine(folder, "golden.csv"), "x\n"));
}
