using System.Text;
using ModelPipeline.Evaluation.Rankings;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Evaluation.Rankings;

public sealed class RankCandidatesStepTests : IDisposable
{
    private readonly TrainedFolder _folder = new();

    public RankCandidatesStepTests() => _folder.Pipeline.Spec = _folder.Pipeline.Spec with
    {
        Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec> { ["brier"] = new() { MaxRegression = 0.05 } } },
    };

    [Fact]
    public async Task Candidates_are_ranked_best_first_and_told_apart_where_the_rows_can()
    {
        await AddAsync(("bad", Scoring(0.6)), ("good", Scoring(0.9)), ("alike", x => Scoring(0.9)(x) + ((int)x / 4 % 2 == 0 ? -0.01 : 0.01) * Sign(x)));

        var outcome = await RankAsync();

        outcome.Checks[0].ShouldSatisfyAllConditions(check => check.Name.ShouldBe("ranked"), check => check.Status.ShouldBe(Status.Passed));
        outcome.Checks.Skip(1).ShouldAllBe(check => !check.Required && check.Status == Status.NoBaseline);
        int[] ranks = [.. Enumerable.Range(1, 3).Select(number => (int)outcome.Measures[$"candidate.{number}.rank"].Value)];
        ranks[0].ShouldBe(3);
        outcome.Measures["candidate.2.brier"].Value.ShouldBe(0.01, 1e-12);
        var alike = ranks[1] < ranks[2] ? "2-3" : "3-2";
        outcome.Measures[$"adjusted_p.{alike}"].Value.ShouldBeGreaterThan(0.05);
        outcome.Measures["adjusted_p.2-1"].Value.ShouldBeLessThan(0.01);
        outcome.Measures["difference.2-1.brier"].Value.ShouldBe(-0.15, 1e-12);
        Text(outcome, "ranking.md").ShouldContain("cannot be told apart");
        Text(outcome, "ranking.md").ShouldContain("the difference is real");
        outcome.Summary.ShouldContain("cannot be told apart");
    }

    [Fact]
    public async Task Each_candidate_has_the_verdict_of_its_gates_against_the_champion()
    {
        await AddAsync(("bad", Scoring(0.6)), ("good", Scoring(0.9)));
        _folder.Crown(_folder.AddBundle("champion", Scoring(0.9)));

        var outcome = await RankAsync();

        outcome.Checks.Select(check => (check.Name, check.Status, check.Required))
            .ShouldBe([("ranked", Status.Passed, true), ("candidate.1", Status.Failed, false), ("candidate.2", Status.Passed, false)]);
        outcome.Checks[1].Reason.ShouldStartWith("'bad': rank 2; brier 0.1600 less the champion's 0.0100 is 0.1500");
    }

    [Fact]
    public async Task A_candidate_that_cannot_score_the_rows_is_not_ranked_and_failed()
    {
        await AddAsync(("a", Scoring(0.6)), ("b", Scoring(0.9)));
        _folder.Candidates.Add(_folder.AddBundle("c", Scoring(0.9), manifest => manifest with { Engine = "other" }));

        var outcome = await RankAsync();

        outcome.Checks[0].Reason.ShouldBe("2 of 3 candidates are ranked by brier");
        outcome.Checks[3].ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Failed), check => check.Reason.ShouldStartWith("'c': not ranked; it cannot score the test rows: its engine 'other' is not in this build"));
        outcome.Measures.Keys.ShouldNotContain("candidate.3.rank");
    }

    [Fact]
    public async Task Scores_that_are_no_numbers_are_not_ranked_and_one_that_is_left_is_no_ranking()
    {
        await AddAsync(("a", _ => double.NaN), ("b", Scoring(0.9)));

        var outcome = await RankAsync();

        outcome.Checks[0].ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Error), check => check.Reason.ShouldBe("1 of 2 candidates have a brier to rank by; two are needed"));
        Text(outcome, "ranking.json").ShouldContain("\"unranked\": [");
    }

    [Fact]
    public async Task All_faults_of_the_bundles_are_named_at_once()
    {
        await AddAsync(("a", Scoring(0.6)));
        _folder.Candidates.Add(_folder.Candidates[0]);
        _folder.Candidates.Add(_folder.AddBundle("other", Scoring(0.9), manifest => manifest with { Name = "fraud" }));
        _folder.Candidates.Add(_folder.Pipeline["nowhere"]);

        var fault = await Should.ThrowAsync<InputException>(RankAsync);

        fault.Message.ShouldContain("are the same bundle");
        fault.Message.ShouldContain("is a bundle of the model 'fraud', not of 'churn'");
        fault.Message.ShouldContain("There is no bundle in");
    }

    [Fact]
    public async Task One_candidate_is_no_ranking()
    {
        await AddAsync(("a", Scoring(0.6)));

        (await Should.ThrowAsync<InputException>(RankAsync)).Message.ShouldBe("A ranking needs two or more bundles, 1 given: name each with --candidate=FOLDER.");
    }

    [Fact]
    public async Task Names_are_escaped_in_Markdown()
    {
        await AddAsync(("a|b<b>@you #1", Scoring(0.6)), ("[x](http:y)", Scoring(0.9)));

        var page = Text(await RankAsync(), "ranking.md");

        page.ShouldContain("""a\|b&lt;b&gt;\@<!-- -->you \#<!-- -->1""");
        page.ShouldContain("""\[x\](http\:y\)""");
        page.ShouldNotContain("<b>");
    }

    [Fact]
    public async Task Equal_inputs_give_equal_reports()
    {
        await AddAsync(("a", Scoring(0.6)), ("b", Scoring(0.9)));

        var (first, second) = (await RankAsync(), await RankAsync());

        foreach (var file in first.Reports.Keys)
            Text(second, file).ShouldBe(Text(first, file));
    }

    [Fact]
    public void Bundles_are_called_by_what_tells_their_folders_apart()
    {
        static string Path(string path) => System.IO.Path.GetFullPath(path);

        CandidateBundles.Names([Path("/runs/a/churn/bundle"), Path("/runs/b/churn/bundle/")]).ShouldBe(["a/churn/bundle", "b/churn/bundle"]);
        CandidateBundles.Names([Path("/runs/a"), Path("/runs/a/b")]).ShouldBe(["a", "a/b"]);
        CandidateBundles.Names([Path("/runs/a"), Path("/runs/a")]).ShouldBe(["a", "a"]);
    }

    public void Dispose() => _folder.Dispose();

    private static Func<double, double> Scoring(double certainty) => x => TrainedFolder.IsPositive(x) ? certainty : 1 - certainty;

    private static double Sign(double x) => TrainedFolder.IsPositive(x) ? 1 : -1;

    private static string Text(StepOutcome outcome, string file) => Encoding.UTF8.GetString(outcome.Reports[file].Span);

    private async Task AddAsync(params (string Name, Func<double, double> Scoring)[] bundles)
    {
        await _folder.TrainAsync();
        foreach (var (name, scoring) in bundles)
            _folder.Candidates.Add(_folder.AddBundle(name, scoring));
    }

    private Task<StepOutcome> RankAsync() => _folder.RunAsync(new RankCandidatesStep());
}
