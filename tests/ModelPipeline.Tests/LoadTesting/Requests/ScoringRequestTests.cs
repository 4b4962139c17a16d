using System.Text;
using ModelPipeline.LoadTesting.Requests;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.LoadTesting.Requests;

public sealed class ScoringRequestTests
{
    [Theory]
    [InlineData("""{"predictions":[{"probability":0.1,"label":"no"}]}""", 0, null)]
    [InlineData("""{"predictions":[{"probability":0.10000000000000002}]}""", 0, "'probability' is 0.10000000000000002, not 0.1")]
    [InlineData("""{"predictions":[{"probability":0.1005}]}""", 0.001, null)]
    [InlineData("""{"predictions":[{"probability":0.1015}]}""", 0.001, "'probability' is 0.1015, not 0.1")]
    [InlineData("""{"predictions":[]}""", 0, "The scoring service answered 0 rows, 1 were asked for.")]
    [InlineData("""{"predictions":[{"score":0.1}]}""", 0.5, "The scoring service's answer has a row without the number 'probability'.")]
    public void An_answer_is_compared_with_the_bundles(string answer, double tolerance, string? fault) =>
        new ScoringRequest([], new Scores(["probability"], [0.1]), tolerance).FaultOf(Encoding.UTF8.GetBytes(answer)).ShouldBe(fault);

    [Fact]
    public void A_wrong_answer_is_wrong_again_after_a_correct_one()
    {
        var request = new ScoringRequest([], new Scores(["probability"], [0.1]), 0);

        request.FaultOf("""{"predictions":[{"probability":0.1}]}"""u8.ToArray()).ShouldBeNull();
        request.FaultOf("""{"predictions":[{"probability":0.1}]}"""u8.ToArray()).ShouldBeNull();
        request.FaultOf("""{"predictions":[{"probability":0.2}]}"""u8.ToArray()).ShouldNotBeNull();
    }

    [Fact]
    public void No_JSON_is_a_fault() => new ScoringRequest([], new Scores(["probability"], [0.1]), 0).FaultOf("<html>"u8.ToArray()).ShouldNotBeNull();
}
