using System.Reflection;
using ModelPipeline.Releasing;

namespace ModelPipeline.Tests.Releasing.Histories;

public class HistoriesTests(JudgedHistories judged) : IClassFixture<JudgedHistories>
{
    [Fact]
    public void Nothing_is_approved_that_the_truth_does_not_approve() => Print(judged.Disagreements.Where(each => each.Value.Rules == GateDecision.Approved)).ShouldBeEmpty();

    [Fact]
    public void Every_decision_is_the_oracles() => Print(judged.Disagreements).ShouldBeEmpty();

    [Theory]
    [InlineData(GateDecision.Approved)]
    [InlineData(GateDecision.Pending)]
    [InlineData(GateDecision.Blocked)]
    [InlineData(GateDecision.Indeterminate)]
    public void Each_decision_occurs_in_a_twentieth_of_the_histories(GateDecision decision) => judged.Decisions[decision].ShouldBeGreaterThanOrEqualTo(JudgedHistories.Count / 20);

    [Fact]
    public void Everything_that_can_happen_happens_in_a_hundredth_of_the_histories()
    {
        var kinds = typeof(HistoryEvent).GetNestedTypes(BindingFlags.Public).Select(type => type.Name)
            .Concat(Enum.GetNames<Saying>())
            .Concat(Enum.GetNames<PushKind>())
            .Append(nameof(TrueCommit.IsSpoofed));

        kinds.Where(kind => judged.Kinds.GetValueOrDefault(kind) < JudgedHistories.Count / 100).ShouldBeEmpty();
    }

    private static string Print(IEnumerable<KeyValuePair<int, (GateDecision Rules, string Text)>> disagreements)
    {
        var all = disagreements.OrderBy(each => each.Key).ToList();
        return all.Count == 0 ? "" : $"{all.Count} histories, the first of them:\n{string.Join('\n', all.Take(3).Select(each => each.Value.Text))}";
    }
}
