using ModelPipeline.Evaluation.WorstSlices;

namespace ModelPipeline.Tests.Evaluation.WorstSlices;

public sealed class HolmTests
{
    [Fact]
    public void The_least_p_value_is_multiplied_by_the_number_of_tests_and_the_next_ones_by_fewer()
    {
        // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
        Holm.Adjust([0.01, 0.04, 0.03, 0.005]).ShouldBe([0.03, 0.06, 0.06, 0.02], 1e-15);
    }

    [Fact]
    public void No_p_value_becomes_greater_than_1() => Holm.Adjust([0.9, 1, 0.6]).ShouldBe([1.0, 1, 1]);

    [Fact]
    public void No_tests_have_no_p_values() => Holm.Adjust([]).ShouldBeEmpty();
}
