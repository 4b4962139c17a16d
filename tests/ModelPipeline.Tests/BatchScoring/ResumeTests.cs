using System.IO.Compression;
using System.Text.Json;
using ModelPipeline.BatchScoring;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.BatchScoring;

public sealed class ResumeTests
{
    private static readonly string Text = Batch.Rows(150);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_run_that_was_killed_after_any_batch_ends_with_the_same_bytes(bool compressed)
    {
        using var whole = Given(compressed);
        var checkpoints = new List<byte[]>();
        var expected = await whole.ScoreAsync(_ => checkpoints.Add(File.ReadAllBytes(whole.Options.Output + OutputFile.CheckpointSuffix)));
        checkpoints.Count.ShouldBeGreaterThan(10);

        foreach (var checkpoint in checkpoints)
        {
            var length = JsonDocument.Parse(checkpoint).RootElement.GetProperty("output_length").GetInt32();
            using var killed = Given(compressed);
            File.Copy(whole.Options.Input, killed.Options.Input, overwrite: true);
            File.SetLastWriteTimeUtc(killed.Options.Input, File.GetLastWriteTimeUtc(whole.Options.Input));
            File.WriteAllBytes(killed.Options.Output + OutputFile.PartialSuffix, [.. File.ReadAllBytes(whole.Options.Output)[..length], .. "k1,half a ro"u8]);
            File.WriteAllBytes(killed.Options.Output + OutputFile.CheckpointSuffix, checkpoint);

            var result = await killed.ScoreAsync();

            killed.Output.ShouldBe(whole.Output);
            result.Resumed.ShouldBeGreaterThan(0);
            result.Rows.ShouldBe(150);
            result.Columns.ShouldBe(expected.Columns);
            killed.Progress[0].ShouldStartWith("going on after ");
        }
    }

    [Fact]
    public async Task A_run_that_was_stopped_leaves_what_the_next_one_goes_on_with()
    {
        using var whole = Given(compressed: false);
        await whole.ScoreAsync();
        using var batch = Given(compressed: false);

        await batch.StopAsync();
        File.Exists(batch.Options.Output).ShouldBeFalse();
        var result = await batch.ScoreAsync();

        result.Resumed.ShouldBeGreaterThan(0);
        batch.Output.ShouldBe(whole.Output);
    }

    [Theory]
    [InlineData("input")]
    [InlineData("bundle")]
    [InlineData("columns")]
    [InlineData("checkpoint")]
    [InlineData("partial")]
    public async Task A_run_of_something_else_begins_anew(string changed)
    {
        using var batch = Given(compressed: false);
        await batch.StopAsync();
        switch (changed)
        {
            case "input":
                File.WriteAllText(batch.Options.Input, Text.Replace("gold", "none", StringComparison.Ordinal));
                File.SetLastWriteTimeUtc(batch.Options.Input, DateTime.UnixEpoch);
                break;
            case "bundle":
                batch.Bundle = new ModelBundle("", Digest.Of("another"), batch.Bundle.Manifest);
                break;
            case "columns":
                batch.Options = batch.Options with { Key = [] };
                break;
            case "checkpoint":
                File.WriteAllText(batch.Options.Output + OutputFile.CheckpointSuffix, "{");
                break;
            default:
                File.Delete(batch.Options.Output + OutputFile.PartialSuffix);
                break;
        }

        (await batch.ScoreAsync()).Resumed.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_process_on_one_output_is_refused()
    {
        using var batch = Given(compressed: false);
        using var other = new FileStream(batch.Options.Output + OutputFile.PartialSuffix, FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        (await batch.FaultsAsync()).ShouldContain("is being written by another process");
    }

    private static Batch Given(bool compressed)
    {
        var batch = new Batch(Text);
        batch.Options = batch.Options with { Key = ["id"], PartBytes = 128, CheckpointBytes = 1 };
        if (!compressed)
            return batch;
        batch.Options = batch.Options with { Input = batch.Folder["rows.csv.gz"] };
        using var gzip = new GZipStream(File.Create(batch.Options.Input), CompressionLevel.Fastest);
        gzip.Write(File.ReadAllBytes(batch.Folder["rows.csv"]));
        return batch;
    }
}
