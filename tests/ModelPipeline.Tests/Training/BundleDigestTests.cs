using ModelPipeline.Tests.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class BundleDigestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_digest_is_that_of_the_sorted_list_of_paths_and_their_digests()
    {
        Fill("bundle", ("b.txt", "two"), ("a/z.txt", "one"), ("B.txt", "three"));

        BundleDigest.Of(_folder["bundle"]).ShouldBe(Digest.Of(
            $"B.txt\0{Digest.Of("three").Hex}\na/z.txt\0{Digest.Of("one").Hex}\nb.txt\0{Digest.Of("two").Hex}\n"));
    }

    [Fact]
    public void Equal_files_give_equal_digests_in_any_folder_and_in_whatever_order_they_were_written()
    {
        Fill("here", ("a", "1"), ("b/c", "2"), ("d", "3"));
        Fill("some/where/else", ("d", "3"), ("b/c", "2"), ("a", "1"));
        File.SetLastWriteTimeUtc(_folder["here/a"], DateTime.UnixEpoch);

        BundleDigest.Of(_folder["here"]).ShouldBe(BundleDigest.Of(_folder["some/where/else"]));
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "a", "1 " },
        { "a", "" },
        { "A", "1" },
        { "b/a", "1" },
        { "e", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Any_byte_or_name_or_file_changes_it(string name, string text)
    {
        Fill("same", ("a", "1"), ("b/c", "2"));
        Fill("other", ("b/c", "2"));
        if (name != "a")
            Fill("other", name == "e" ? [("a", "1"), (name, text)] : [(name, text)]);
        else
            Fill("other", (name, text));

        BundleDigest.Of(_folder["other"]).ShouldNotBe(BundleDigest.Of(_folder["same"]));
    }

    [Fact]
    public void Contents_that_change_places_change_it()
    {
        Fill("same", ("a", "1"), ("b", "2"));
        Fill("other", ("a", "2"), ("b", "1"));

        BundleDigest.Of(_folder["other"]).ShouldNotBe(BundleDigest.Of(_folder["same"]));
    }

    [Fact]
    public void A_backslash_in_a_name_is_no_folder_where_the_system_allows_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a backslash separates folders on Windows");
        Fill("same", ("a/b", "1"));
        Fill("other", (@"a\b", "1"));

        BundleDigest.Of(_folder["other"]).ShouldNotBe(BundleDigest.Of(_folder["same"]));
    }

    public void Dispose() => _folder.Dispose();

    private void Fill(string folder, params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            _folder.Write($"{folder}/{name}", text);
    }
}
