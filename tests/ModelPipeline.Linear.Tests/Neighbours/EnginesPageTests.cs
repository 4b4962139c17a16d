namespace ModelPipeline.Linear.Tests.Neighbours;

/// <summary>docs/engines.md shows the files of this folder: it cannot say what does not compile and pass.</summary>
public sealed class EnginesPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.Path("docs/engines.md"));

    [Theory]
    [InlineData("NeighboursEngine.cs")]
    [InlineData("NeighboursModel.cs")]
    [InlineData("NeighboursScorer.cs")]
    [InlineData("TrainedNeighbours.cs")]
    [InlineData("NeighboursEngineUnderTest.cs")]
    [InlineData("NeighboursContractTests.cs")]
    public void The_page_shows_the_file_as_it_is(string name)
    {
        var file = File.ReadAllText(Repository.Path($"tests/ModelPipeline.Linear.Tests/Neighbours/{name}"));

        Page.ShouldContain($"### {name}\n");
        Page.ShouldContain($"```csharp\n{file}```\n");
    }

    [Fact]
    public void The_page_tells_every_member_of_the_port() =>
        typeof(Training.IModelEngine).GetMembers()
            .Concat(typeof(Training.ITrainedModel).GetMembers())
            .Concat(typeof(Training.IScorer).GetMembers())
            .Where(member => !member.Name.StartsWith("get_", StringComparison.Ordinal))
            .ShouldAllBe(member => Page.Contains($"`{member.Name}`", StringComparison.Ordinal));
}
