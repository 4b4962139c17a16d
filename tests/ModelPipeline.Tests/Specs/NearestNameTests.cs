namespace ModelPipeline.Tests.Specs;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("abc", "", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("chrun", "churn", 1)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_single_changes_and_swapped_neighbours(string first, string second, int distance)
    {
        NearestName.Distance(first, second).ShouldBe(distance);
        NearestName.Distance(second, first).ShouldBe(distance);
    }

    [Theory]
    [InlineData("treshold", "threshold")]
    [InlineData("Trane", "train")]
    [InlineData("l3", "l1")]
    [InlineData("z", null)]
    [InlineData("evaluation", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_found_unless_it_is_far(string name, string? nearest) =>
        NearestName.Of(name, ["threshold", "train", "l2", "l1", "b", "a"]).ShouldBe(nearest);

    [Fact]
    public void A_very_long_name_is_like_no_other() =>
        NearestName.Of(new string('a', 65), [new string('a', 64)]).ShouldBeNull();

    [Fact]
    public void Many_known_names_are_listed_in_part() =>
        NearestName.Unknown("model", "zzzzzz", [.. Enumerable.Range(0, 30).Select(i => $"model-{i}")])
            .ShouldEndWith("model-18, model-19, …");
}
