using System.Text.RegularExpressions;
using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class GateReleaseTests
{
    [Fact]
    public async Task Passed_evidence_without_a_pull_request_is_pending_with_4()
    {
        using var repository = await VerifiedModel.CopyAsync();

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(4, gate.Output);
        repository.Evidence("penguins").Read(StepNames.GateRelease).ShouldNotBeNull().Status.ShouldBe(Status.Pending);
    }

    [Fact]
    public async Task Without_evidence_the_gate_cannot_judge_and_exits_1()
    {
        using var repository = new ModelRepository("penguins");

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(1, gate.Output);
        gate.Output.ShouldContain("evaluate left no evidence");
    }

    [Fact]
    public async Task A_card_that_was_edited_by_hand_is_blocked_with_3()
    {
        using var repository = await VerifiedModel.CopyAsync();
        File.AppendAllText(repository.Card("penguins"), "Trust me.");

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(3, gate.Output);
        gate.Output.ShouldContain("changed after it was rendered");
    }

    [Fact]
    public async Task A_bundle_other_than_the_judged_one_is_blocked_with_3()
    {
        using var repository = await VerifiedModel.CopyAsync();
        File.AppendAllText(Path.Combine(repository.Workspace, "penguins", "bundle", "linear.json"), "\n");

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(3, gate.Output);
        gate.Output.ShouldContain("the bundle is sha256:");
    }

    [Fact]
    public async Task A_first_release_that_the_spec_does_not_allow_is_blocked_with_3()
    {
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), "first: true", "first: false");
        (await repository.RunAsync()).ExitCode.ShouldBe(0);

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(3, gate.Output);
        gate.Output.ShouldContain("no champion to compare with");
    }

    [Fact]
    public async Task Evidence_whose_verdict_was_edited_is_no_evidence()
    {
        using var repository = await VerifiedModel.CopyAsync();
        repository.Edit(repository.Spec("penguins"), "accuracy: { threshold: 0.95,", "accuracy: { threshold: 1.0,");
        (await repository.RunAsync("--target=Evaluate")).ExitCode.ShouldBe(3);
        var path = repository.Evidence("penguins").PathOf(StepNames.Evaluate);
        File.WriteAllText(path, new Regex("\"status\": \"failed\"").Replace(File.ReadAllText(path), "\"status\": \"passed\"", 1));

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(1, gate.Output);
        gate.Output.ShouldContain("left evidence that cannot be read");
    }

    [Fact]
    public async Task A_later_run_takes_the_decision_on_earlier_evidence_away()
    {
        using var repository = await VerifiedModel.CopyAsync();
        (await repository.RunAsync("--target=GateRelease")).ExitCode.ShouldBe(4);

        (await repository.RunAsync("--target=ValidateData", "--force")).ExitCode.ShouldBe(0);

        repository.Evidence("penguins").Read(StepNames.GateRelease).ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_of_other_data_is_blocked_with_3()
    {
        using var repository = await VerifiedModel.CopyAsync();
        File.AppendAllText(repository.Data("penguins"), "999,Adelie,Dream,39,18,190,3700,male\n");

        var gate = await repository.RunAsync("--target=GateRelease");

        gate.ExitCode.ShouldBe(3, gate.Output);
        gate.Output.ShouldContain("judged another data file: run the target Verify");
    }
}
