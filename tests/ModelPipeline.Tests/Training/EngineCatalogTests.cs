using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class EngineCatalogTests
{
    [Fact]
    public void Engines_are_found_by_name_and_listed_in_order()
    {
        var (b, a) = (new FakeEngine { Name = "b" }, new FakeEngine { Name = "a" });

        var catalog = new EngineCatalog([b, a]);

        catalog["b"].ShouldBeSameAs(b);
        catalog.All.ShouldBe([a, b]);
    }

    [Fact]
    public void Of_two_engines_with_one_name_the_later_counts()
    {
        var (first, second) = (new FakeEngine(), new FakeEngine());

        new EngineCatalog([first, second]).All.ShouldHaveSingleItem().ShouldBeSameAs(second);
    }

    [Fact]
    public void An_engine_that_is_not_there_is_named_beside_those_that_are() =>
        Should.Throw<InputException>(() => new EngineCatalog([new FakeEngine { Name = "xgboost" }, new FakeEngine { Name = "linear" }])["mlnet"])
            .Message.ShouldBe("Engine 'mlnet' is not in this build; it has: linear, xgboost.");
}
