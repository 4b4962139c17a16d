using ModelPipeline.Training;

namespace ModelPipeline.Command.Tests;

public sealed class ServeTests : IDisposable
{
    private const string Read = "while IFS= read -r line && test -n \"$line\"; do :; done; ";
    private const string Answer = "printf 'prediction\\n4\\n5\\n6\\n\\n'; ";

    private readonly Shell _shell = Shell.Sound();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void One_process_scores_batch_after_batch_and_ends_with_the_scorer()
    {
        var starts = Path.Combine(_shell.Folder, "starts");
        _shell.Serve($"echo $$ > '{starts}.'$$; while IFS= read -r line; do test -n \"$line\" || {{ {Answer} }}; done");

        using (var model = _shell.Train(TestContext.Current.CancellationToken))
            foreach (var _ in Enumerable.Range(0, 4))
                Score(model).ShouldBe([4, 5, 6]);

        var started = Directory.GetFiles(_shell.Folder, "starts.*").ShouldHaveSingleItem();
        Directory.Exists($"/proc/{File.ReadAllText(started).Trim()}").ShouldBeFalse();
    }

    [Fact]
    public void A_process_that_ended_between_batches_is_started_again()
    {
        _shell.Serve(Read + Answer);
        using var model = _shell.Train(TestContext.Current.CancellationToken);

        foreach (var _ in Enumerable.Range(0, 3))
            Score(model).ShouldBe([4, 5, 6]);
    }

    [Theory]
    [InlineData("exit 4", "the serve command ended with exit code 4 and without a word")]
    [InlineData(Read + "echo 'KeyError: x' >&2; exit 1", "the serve command ended with exit code 1; its last words: 'KeyError: x'")]
    [InlineData(Read + "printf 'prediction\\n4\\n'; exit 0", "ended with exit code 0 and without a word, before the blank line that ends an answer")]
    [InlineData(Read + "echo", "the answer of the serve command")]
    [InlineData(Read + "printf 'prediction\\n4\\n5\\n\\n'; sleep 1000", "the answer of the serve command has 2 scores for 3 rows")]
    [InlineData(Read + "printf 'prediction\\n4\\n5\\n6\\n\\nmore'; sleep 1000", "wrote something after the blank line")]
    [InlineData(Read + "yes 1", "the serve command answered with more than")]
    public void A_serve_command_that_breaks_the_contract_is_told_so(string script, string fault) =>
        _shell.Serve(script).ScoringFault().ShouldContain(fault);

    [Fact]
    public void A_batch_that_takes_too_long_ends_the_process()
    {
        var fault = _shell.Serve(Read + "sleep 1000").With("time_limit", 1L).ScoringFault();

        fault.ShouldContain("the serve command took longer than 1 s");
    }

    [Fact]
    public async Task A_batch_is_cancelled_and_the_next_one_scores()
    {
        var begun = Path.Combine(_shell.Folder, "begun");
        _shell.Serve($"{Read} if test -e '{begun}'; then {Answer} else echo > '{begun}'; sleep 1000; fi");
        using var model = _shell.Train(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var scoring = Task.Run(() => model.Scorer.Score(Shell.Rows, stop.Token), TestContext.Current.CancellationToken);
        while (!scoring.IsCompleted && !File.Exists(begun))
            await Task.Yield();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => scoring);
        Score(model).ShouldBe([4, 5, 6]);
    }

    private static double[] Score(ITrainedModel model) => model.Scorer.Score(Shell.Rows, TestContext.Current.CancellationToken).Values.ToArray();
}
