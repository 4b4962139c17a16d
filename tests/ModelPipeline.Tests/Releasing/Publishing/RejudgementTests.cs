using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Releasing.Publishing;

public sealed class RejudgementTests : IDisposable
{
    private readonly ReleaseTrial _trial = new();
    private int _judged;

    [Theory]
    [InlineData(Status.Failed)]
    [InlineData(Status.Pending)]
    public async Task An_objection_while_the_release_was_prepared_keeps_the_pull_request_from_being_merged(Status status)
    {
        await _trial.ProposeAsync();
        _trial.Gate.Then = () => _trial.Gate.Status = status;

        var outcome = await _trial.RunAsync();

        ShouldStop(outcome, "pull request #12 is not approved any more, and nothing was merged: approvals: as the test says");
        _trial.Wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task An_objection_between_two_tries_to_merge_is_heard()
    {
        await _trial.ProposeAsync();
        _trial.Host.Requests.IsProtected = true;
        _trial.Gate.Then = () => _trial.Gate.Status = ++_judged == 2 ? Status.Failed : Status.Passed;

        ShouldStop(await _trial.RunAsync(), "nothing was merged");
        _trial.Wire.Log.Count(call => call == "merge!").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_approved_on_top_of_what_was_merged_before_it_is_neither_tagged_nor_published()
    {
        await _trial.ProposeAsync();
        _trial.Host.Requests.Merging = _ => _trial.Gate.Status = Status.Failed;

        var outcome = await _trial.RunAsync();

        ShouldStop(outcome, "pull request #12 was merged as merged, and is not approved on top of what was merged before it: approvals: as the test says. Nothing was tagged or published: revert merged");
        _trial.Wire.Log.Where(call => call.EndsWith('!')).ShouldBe(["merge!"]);
        var again = await _trial.RunAsync();
        again.Summary.ShouldContain("the pull request is merged as merged: unless it is released already, revert that commit");
        _trial.Host.Repository.Tags.ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_files_than_those_that_were_prepared_are_not_merged_even_if_they_are_approved()
    {
        await _trial.ProposeAsync();
        _trial.Wire.Restart((_, name) =>
        {
            if (name == "image" && _judged++ == 0)
                _trial.Host.Propose(document => document with { Tool = "0.2.0" });
            return CallFault.None;
        });

        ShouldStop(await _trial.RunAsync(), "the gate approves another head or other files than those that were prepared");
        _trial.Wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_gate_that_cannot_say_is_asked_again()
    {
        await _trial.ProposeAsync();
        _trial.Gate.Then = () => _trial.Gate.Status = ++_judged is 1 or 3 ? Status.Error : Status.Passed;

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());
        _judged.ShouldBe(5);
        _trial.ShouldBeReleased();
    }

    [Fact]
    public async Task A_gate_that_can_never_say_again_stops_the_release()
    {
        await _trial.ProposeAsync();
        _trial.Gate.Then = () => _trial.Gate.Status = Status.Error;

        ShouldStop(await _trial.RunAsync(), "the gate cannot say whether pull request #12 is still approved");
        _trial.Wire.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task A_finished_release_is_judged_once()
    {
        await _trial.ProposeAsync();
        await _trial.RunAsync();
        _trial.Gate.Then = () => _judged++;

        ReleaseTrial.ShouldBeDone(await _trial.RunAsync());

        _judged.ShouldBe(1);
    }

    public void Dispose() => _trial.Dispose();

    private static void ShouldStop(StepOutcome outcome, string reason)
    {
        var stopping = outcome.Checks.Single(check => check.Status == Status.Error);
        stopping.Name.ShouldBe("merged");
        stopping.Reason.ShouldContain(reason);
    }
}
