using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class PredictedClassTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.49999999999999994, 0)]
    [InlineData(0.5, 1)]
    [InlineData(1.0, 1)]
    [InlineData(double.NaN, 0)]
    public void One_output_is_positive_from_the_threshold_on(double probability, int expected) =>
        PredictedClass.Of([probability]).ShouldBe(expected);

    [Theory]
    [InlineData(new[] { 0.2, 0.5, 0.3 }, 1)]
    [InlineData(new[] { 0.5, 0.5 }, 0)]
    [InlineData(new[] { 0.3, 0.3, 0.4 }, 2)]
    [InlineData(new[] { -1.0, -2.0 }, 0)]
    public void Of_several_outputs_the_greatest_counts_and_of_equals_the_first(double[] outputs, int expected) =>
        PredictedClass.Of(outputs).ShouldBe(expected);
}
