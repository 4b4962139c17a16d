using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Storage;

public sealed class FolderArtifactStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("artifacts-").FullName;
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    private FolderArtifactStore Store => new(Path.Combine(_folder, "store"));

    [Fact]
    public async Task What_was_put_is_opened_by_its_digest()
    {
        var digest = await Store.PutAsync("bundle.zip", new MemoryStream("bundle"u8.ToArray()), _cancellation);

        digest.ShouldBe(Digest.Of("bundle"));
        await using var opened = await Store.OpenAsync(digest, _cancellation);
        (await new StreamReader(opened).ReadToEndAsync(_cancellation)).ShouldBe("bundle");
    }

    [Fact]
    public async Task Putting_the_same_bytes_twice_keeps_one_file()
    {
        await Store.PutAsync("bundle.zip", new MemoryStream("bundle"u8.ToArray()), _cancellation);
        await Store.PutAsync("bundle.zip", new MemoryStream("bundle"u8.ToArray()), _cancellation);

        Directory.EnumerateFiles(Path.Combine(_folder, "store")).Count().ShouldBe(1);
    }

    [Fact]
    public async Task An_absent_artifact_fails() =>
        await Should.ThrowAsync<IOException>(() => Store.OpenAsync(Digest.Of("absent"), _cancellation));

    [Fact]
    public async Task A_changed_artifact_fails()
    {
        var digest = await Store.PutAsync("bundle.zip", new MemoryStream("bundle"u8.ToArray()), _cancellation);
        File.AppendAllText(Path.Combine(_folder, "store", digest.Hex), "!");

        var fault = await Should.ThrowAsync<InvalidDataException>(() => Store.OpenAsync(digest, _cancellation));

        fault.Message.ShouldContain(digest.ToString());
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutAsync("bundle.zip", new MemoryStream(new byte[1 << 20]), new CancellationToken(canceled: true)));

        Directory.EnumerateFiles(Path.Combine(_folder, "store")).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
