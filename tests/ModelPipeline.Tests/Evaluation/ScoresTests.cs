using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class ScoresTests
{
    [Fact]
    public void Selecting_rows_keeps_their_outputs_together() =>
        new Scores(["a", "b"], [1, 2, 3, 4, 5, 6]).Select([2, 0, 2]).Values.ToArray().ShouldBe([5, 6, 1, 2, 5, 6]);
}
