using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Cards;

public sealed class ModelCardStepTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly FakeRenderer _renderer = new();

    public ModelCardStepTests()
    {
        Leave(StepNames.ValidateData);
        Leave(StepNames.Train);
        Leave(StepNames.Evaluate);
    }

    private string Card => _folder.Run().Workspace.ModelCard;

    [Fact]
    public async Task The_card_is_written_and_its_digest_is_evidence()
    {
        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.ModelCard, Status.Passed, $"written to {Path.Combine("churn", "reports", "MODEL_CARD.md")}"));
        File.ReadAllText(Card).ShouldBe(
            $"1 {Digest.Of("candidate")} False\nvalidate-data passed\ntrain passed\nevaluate passed\ndifferential-test not-run\nbenchmark-test not-run\npackage not-run\nload-test not-run\n");
        Last().Candidate.ShouldBe(Digest.Of("candidate"));
        Last().Facts["model_card"].ShouldBe($"{Digest.OfFile(Card)}");
        Last().Checks.ShouldHaveSingleItem().Reason.ShouldBe("the card was rendered from the evidence of 3 steps");
    }

    [Fact]
    public async Task A_card_is_also_written_where_a_gate_failed()
    {
        Leave(StepNames.Evaluate, Status.Failed);

        (await RunAsync()).Status.ShouldBe(Status.Passed);

        File.ReadAllText(Card).ShouldContain("False\n");
        File.ReadAllText(Card).ShouldContain("evaluate failed");
    }

    [Fact]
    public async Task Evidence_of_other_inputs_or_another_candidate_is_not_on_the_card()
    {
        Leave(StepNames.ValidateData, change: evidence => evidence with { Inputs = evidence.Inputs with { Spec = Digest.Of("other") } });
        Leave(StepNames.Evaluate, change: evidence => evidence with { Candidate = Digest.Of("other") });

        await RunAsync();

        File.ReadAllText(Card).ShouldContain("validate-data not-run\ntrain passed\nevaluate not-run\n");
    }

    [Fact]
    public async Task Evidence_that_cannot_be_read_makes_no_card_and_says_which()
    {
        await RunAsync();
        _folder.Corrupt(StepNames.Evaluate);

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldContain("evaluate.json is no evidence of evaluate");
        File.Exists(Card).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_card_is_not_rendered_again()
    {
        await RunAsync();

        (await RunAsync()).Skipped.ShouldBeTrue();

        _renderer.Renderings.ShouldBe(1);
    }

    public static TheoryData<string> Changes => ["edited", "gone", "template", "evidence"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_card_is_rendered_again_where_it_would_differ(string what)
    {
        await RunAsync();
        switch (what)
        {
            case "edited": File.AppendAllText(Card, "Trust me."); break;
            case "gone": File.Delete(Card); break;
            case "template": _renderer.Version = "2"; break;
            case "evidence": Leave(StepNames.Evaluate, Status.Failed); break;
        }

        (await RunAsync()).Skipped.ShouldBeFalse();

        Last().Facts["model_card"].ShouldBe($"{Digest.OfFile(Card)}");
        File.ReadAllText(Card).ShouldNotContain("Trust me.");
    }

    [Theory]
    [InlineData(Status.Error)]
    [InlineData(Status.NotRun)]
    public async Task The_card_of_an_earlier_candidate_is_removed_where_there_is_none_to_describe(Status train)
    {
        await RunAsync();
        Leave(StepNames.Train, train);

        (await RunAsync()).Status.ShouldBe(Status.NotRun);

        File.Exists(Card).ShouldBeFalse();
    }

    [Fact]
    public async Task A_template_at_fault_is_the_inputs_fault_and_leaves_no_older_card()
    {
        await RunAsync();
        _renderer.Version = "2";
        _renderer.Rendering = () => throw new InputException("model-card.sbn(1,4) : error");

        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.ModelCard, Status.Error, "model-card.sbn(1,4) : error", IsInputFault: true));
        File.Exists(Card).ShouldBeFalse();
    }

    [Fact]
    public void Where_there_is_no_card_there_is_nothing_to_discard()
    {
        new ModelCardStep(_renderer).Discard(_folder.Run());

        File.Exists(Card).ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private void Leave(string step, Status status = Status.Passed, Func<StepEvidence, StepEvidence>? change = null) =>
        _folder.Leave(step, status, evidence => (change ?? (same => same))(evidence with { Candidate = step == StepNames.ValidateData ? null : Digest.Of("candidate") }));

    private Task<StepReport> RunAsync() =>
        new StepRunner(new ManualClock(), new RecordingReporter()).RunAsync(new ModelCardStep(_renderer), _folder.Run(), TestContext.Current.CancellationToken);

    private StepEvidence Last() => _folder.Evidence.Read(StepNames.ModelCard).ShouldNotBeNull();
}
