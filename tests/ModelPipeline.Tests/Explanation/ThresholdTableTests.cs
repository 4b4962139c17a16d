using ModelPipeline.Explanation;

namespace ModelPipeline.Tests.Explanation;

public sealed class ThresholdTableTests
{
    [Fact]
    public void Thresholds_go_from_one_to_nineteen_twentieths() =>
        ThresholdTable.Of(Given.BinaryRows([0, 1], 0.1, 0.9)).Select(row => row.Threshold)
            .ShouldBe([0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95]);

    [Fact]
    public void A_row_says_what_its_threshold_would_give()
    {
        var rows = ThresholdTable.Of(Given.BinaryRows([0, 0, 1, 1], 0.1, 0.7, 0.5, 0.9));

        rows[0].ShouldBe(new(0.05, 0.5, 1, 2 / 3.0, 1));
        rows[9].ShouldBe(new(0.5, 2 / 3.0, 1, 0.8, 0.75));
        rows[17].ShouldBe(new(0.9, 1, 0.5, 2 / 3.0, 0.25));
    }

    [Fact]
    public void What_divides_by_nothing_is_not_said()
    {
        ThresholdTable.Of(Given.BinaryRows([0, 1], 0.1, 0.2))[9].ShouldBe(new(0.5, null, 0, 0, 0));
        ThresholdTable.Of(Given.BinaryRows([0, 0], 0.1, 0.9))[9].ShouldBe(new(0.5, 0, null, 0, 0.5));
        ThresholdTable.Of(Given.BinaryRows([0, 0], 0.1, 0.2))[9].ShouldBe(new(0.5, null, null, null, 0));
    }
}
