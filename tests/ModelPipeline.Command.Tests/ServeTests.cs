using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class ServeTests : IDisposable
{
    private const string Read = "while IFS= read -r line && test -n \"$line\"; do :; done; ";
    private const string Loop = "while IFS= read -r line; do test -n \"$line\" || printf 'prediction\\n4\\n5\\n6\\n\\n'; done";
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
    [InlineData(Read + "exec >&-; sleep 1000", "the serve command closed its output and went on")]
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
    public async Task A_caller_that_leaves_does_not_end_the_process()
    {
        var begun = Path.Combine(_shell.Folder, "begun");
        var go = Path.Combine(_shell.Folder, "go");
        _shell.Serve($"echo start >> '{begun}'; while IFS= read -r line; do test -n \"$line\" || {{ while ! test -e '{go}'; do sleep 0.01; done; {Answer} }}; done");
        using var model = _shell.Train(TestContext.Current.CancellationToken);
        using var stop = new CancellationTokenSource();
        var scoring = Task.Run(() => model.Scorer.Score(Shell.Rows, stop.Token), TestContext.Current.CancellationToken);
        while (!scoring.IsCompleted && !File.Exists(begun))
            await Task.Yield();

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => scoring);
        await File.WriteAllTextAsync(go, "", TestContext.Current.CancellationToken);
        Score(model).ShouldBe([4, 5, 6]);
        File.ReadAllLines(begun).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_scorer_that_is_disposed_of_ends_a_batch_that_nobody_waits_for()
    {
        var id = Path.Combine(_shell.Folder, "id");
        _shell.Serve($"echo $$ > '{id}'; {Read} sleep 1000");
        using (var model = _shell.Train(TestContext.Current.CancellationToken))
        {
            using var stop = new CancellationTokenSource();
            var scoring = Task.Run(() => model.Scorer.Score(Shell.Rows, stop.Token), TestContext.Current.CancellationToken);
            SpinWait.SpinUntil(() => scoring.IsCompleted || (File.Exists(id) && new FileInfo(id).Length > 0));
            stop.Cancel();
            Should.Throw<OperationCanceledException>(() => scoring.GetAwaiter().GetResult());
        }

        Directory.Exists($"/proc/{File.ReadAllText(id).Trim()}").ShouldBeFalse();
    }

    [Fact]
    public void Each_call_tells_that_a_program_cannot_be_started_and_leaves_no_folder()
    {
        _shell.With("serve.0", "nonexistent-program");
        using var model = _shell.Train(TestContext.Current.CancellationToken);

        foreach (var _ in Enumerable.Range(0, 3))
            Should.Throw<InvalidDataException>(() => Score(model)).Message.ShouldContain("there is no program 'nonexistent-program'");
    }

    [Fact]
    public async Task Callers_on_the_threads_of_the_pool_do_not_wait_for_one_another()
    {
        _shell.Serve(Loop);
        using var model = _shell.Train(TestContext.Current.CancellationToken);

        var scores = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => Score(model))));

        scores.ShouldAllBe(values => values.SequenceEqual(new double[] { 4, 5, 6 }));
    }

    [Fact]
    public void A_late_second_answer_is_not_taken_for_the_next_batchs()
    {
        var (scored, noticed) = (Path.Combine(_shell.Folder, "scored"), Path.Combine(_shell.Folder, "noticed"));
        var again = $"until test -e '{scored}'; do sleep 0.01; done; {Answer} while echo; do :; done; echo > '{noticed}';"; // It writes until nobody reads any more.
        _shell.Serve($"trap '' PIPE; while IFS= read -r line; do test -n \"$line\" || {{ {Answer} {again} }}; done");
        using var model = _shell.Train(TestContext.Current.CancellationToken);
        Score(model).ShouldBe([4, 5, 6]);
        File.WriteAllText(scored, "");
        SpinWait.SpinUntil(() => File.Exists(noticed));

        Should.Throw<InvalidDataException>(() => Score(model)).Message.ShouldContain("wrote something after the blank line");
    }

    [Fact]
    public void An_answer_before_the_end_of_the_rows_is_refused()
    {
        var many = Sample.Of(ModelTask.Regression, 9_000).Rows;
        _shell.Serve("IFS= read -r line; echo prediction; seq 9000; echo; sleep 1000");
        using var model = _shell.Train(TestContext.Current.CancellationToken);

        Should.Throw<InvalidDataException>(() => model.Scorer.Score(many, TestContext.Current.CancellationToken)).Message.ShouldContain("answered before it was sent all rows");
    }

    [Fact]
    public void The_time_limit_holds_where_a_stranger_keeps_the_pipe_open()
    {
        var id = Path.Combine(_shell.Folder, "id");
        _shell.Serve($"(cd / && exec env -i setsid sh -c 'echo $$ > \"$0\"; exec sleep 1000' '{id}') & {Read} exit 3").With("time_limit", 1L);

        _shell.ScoringFault().ShouldContain("took longer than 1 s");

        using var stranger = System.Diagnostics.Process.GetProcessById(int.Parse(File.ReadAllText(id), System.Globalization.CultureInfo.InvariantCulture));
        stranger.Kill();
    }

    private static double[] Score(ITrainedModel model) => model.Scorer.Score(Shell.Rows, TestContext.Current.CancellationToken).Values.ToArray();
}
