using ModelPipeline.Evidence;
using ModelPipeline.Git;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>A proposal may end at any call, or lose its answer, and is whole after the next run.</summary>
public sealed class InterruptedProposalTests : IDisposable
{
    private readonly ProposedCandidate _candidate = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Killed_at_any_call_and_run_again_it_ends_the_same(bool isDone)
    {
        var (calls, expected) = await UninterruptedAsync();

        for (var call = 1; call <= calls; call++)
        {
            using var candidate = new ProposedCandidate();
            candidate.Host.Calls.Strike = (number, done) => DieAt(call, isDone, number, done);
            await Should.ThrowAsync<ProcessKilledException>(candidate.ProposeOrDieAsync);
            candidate.Host.Calls.Clear();

            await candidate.ProposeOrDieAsync();

            candidate.Host.Snapshot().ShouldBe(expected, $"killed {(isDone ? "after" : "before")} call {call}");
            candidate.Host.Requests.All.Count.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_request_or_answer_at_any_call_is_looked_up_and_made_good(bool isDone)
    {
        var (calls, expected) = await UninterruptedAsync();

        for (var call = 1; call <= calls; call++)
        {
            using var candidate = new ProposedCandidate();
            candidate.Host.Calls.Strike = (number, done) => LoseAt(call, isDone, number, done);

            (await candidate.ProposeAsync()).Status.ShouldBe(Status.Passed);

            candidate.Host.Calls.Strike = (_, _) => { };
            await candidate.ProposeAsync();
            candidate.Host.Snapshot().ShouldBe(expected, $"lost {(isDone ? "the answer" : "the request")} of call {call}");
        }
    }

    [Fact]
    public async Task A_new_candidate_killed_at_any_call_ends_as_if_it_was_not()
    {
        string expected;
        int calls;
        using (var whole = new ProposedCandidate())
        {
            await whole.ProposeOrDieAsync();
            whole.Take(ProposedCandidate.Champion with { Seed = 3 });
            whole.Host.Calls.Clear();
            await whole.ProposeOrDieAsync();
            (calls, expected) = (whole.Host.Calls.Made.Count, whole.Host.Snapshot());
        }

        for (var call = 1; call <= calls; call++)
        {
            using var candidate = new ProposedCandidate();
            await candidate.ProposeOrDieAsync();
            candidate.Take(ProposedCandidate.Champion with { Seed = 3 });
            candidate.Host.Calls.Clear();
            candidate.Host.Calls.Strike = (number, done) => DieAt(call, true, number, done);
            await Should.ThrowAsync<ProcessKilledException>(candidate.ProposeOrDieAsync);
            candidate.Host.Calls.Clear();

            await candidate.ProposeOrDieAsync();

            candidate.Host.Snapshot().ShouldBe(expected, $"killed after call {call}");
        }
    }

    [Fact]
    public async Task A_remote_that_never_answers_is_an_error_after_three_tries()
    {
        _candidate.Host.Calls.Strike = (_, _) => throw RemoteCalls.Lost();

        var report = await _candidate.ProposeAsync();

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldContain("the connection was lost");
        _candidate.Host.Calls.Made.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        _candidate.Host.Calls.Strike = (_, _) => throw new RemoteException("not allowed") { Status = 403 };

        (await _candidate.ProposeAsync()).Reason.ShouldContain("not allowed");

        _candidate.Host.Calls.Made.Count.ShouldBe(1);
    }

    public void Dispose() => _candidate.Dispose();

    private async Task<(int Calls, string Snapshot)> UninterruptedAsync()
    {
        await _candidate.ProposeOrDieAsync();
        return (_candidate.Host.Calls.Made.Count, _candidate.Host.Snapshot());
    }

    private static void DieAt(int call, bool isDone, int number, bool done)
    {
        if (number == call && done == isDone)
            throw new ProcessKilledException();
    }

    private static void LoseAt(int call, bool isDone, int number, bool done)
    {
        if (number == call && done == isDone)
            throw RemoteCalls.Lost();
    }
}
