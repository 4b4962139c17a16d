using ModelPipeline.Statistics;
using ModelPipeline.Tests.Evaluation;

namespace ModelPipeline.Tests.Statistics;

public sealed class HolmTests
{
    [Fact]
    public void Adjusted_values_equal_those_of_the_procedure_written_elsewhere()
    {
        var tests = Reference.Of("holm");

        var adjusted = Holm.Adjust([.. tests.Select(test => test.Number("p"))]);

        foreach (var (actual, test) in adjusted.Zip(tests))
            actual.ShouldAgreeWith(test.Number("adjusted"), "adjusted");
    }

    [Fact]
    public void One_test_needs_no_correction() => Holm.Adjust([0.03]).ShouldBe([0.03]);

    [Fact]
    public void No_test_has_no_result() => Holm.Adjust([]).ShouldBeEmpty();
}
