using ModelPipeline.Releasing.Approvals;

namespace ModelPipeline.Tests.Releasing.Histories;

public class HistoryOrderTests
{
    [Fact]
    public void The_order_in_which_the_host_lists_things_changes_no_decision()
    {
        var changed = ParallelEnumerable.Range(0, 10_000).Where(seed =>
        {
            var history = HistoryMaker.Make(seed);
            var facts = HostView.Of(history);
            return ApprovalRules.Judge(Shuffle(facts, new Random(seed)), history.Policy).Decision != ApprovalRules.Judge(facts, history.Policy).Decision;
        });

        changed.ShouldBeEmpty();
    }

    private static ApprovalFacts Shuffle(ApprovalFacts facts, Random random) => facts with
    {
        Reviews = Shuffle(facts.Reviews, random),
        Commits = Shuffle(facts.Commits, random),
        Files = Shuffle(facts.Files, random),
        Checks = Shuffle(facts.Checks, random),
        Permissions = Shuffle([.. facts.Permissions], random).ToDictionary(),
        Proposers = facts.Proposers is { } proposers ? Shuffle(proposers, random) : null,
        Changes = Shuffle(facts.Changes, random),
        Teams = Shuffle([.. facts.Teams], random).ToDictionary(),
    };

    private static T[] Shuffle<T>(IReadOnlyList<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }
}
