using ModelPipeline.Registry;
using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Tests.Registry.Listing;

public sealed class RegistryTagTests
{
    [Theory]
    [InlineData("churn@v1.2.3")]
    [InlineData("churn@v1.2.3!#7")]
    [InlineData("churn#production#7")]
    [InlineData("churn#production!#7")]
    [InlineData("churn@deprecated#7")]
    [InlineData("churn-2#eu/prod#12")]
    public void A_name_is_read_and_written_alike(string name) => RegistryTag.Parse(name).ShouldNotBeNull().ToString().ShouldBe(name);

    [Fact]
    public void Names_mean_what_GTO_means_by_them()
    {
        var version = new SemanticVersion(1, 2, 3);

        RegistryTag.Parse("churn@v1.2.3").ShouldBe(new RegistryTag(RegistryTagKind.Version, "churn", version));
        RegistryTag.Parse("churn@v1.2.3!#7").ShouldBe(new RegistryTag(RegistryTagKind.VersionRetired, "churn", version, null, 7));
        RegistryTag.Parse("churn#prod#7").ShouldBe(new RegistryTag(RegistryTagKind.Stage, "churn", null, "prod", 7));
        RegistryTag.Parse("churn#prod!#7").ShouldBe(new RegistryTag(RegistryTagKind.StageLeft, "churn", null, "prod", 7));
        RegistryTag.Parse("churn@deprecated#7").ShouldBe(new RegistryTag(RegistryTagKind.ModelRetired, "churn", null, null, 7));
        RegistryTag.Parse("churn#prod").ShouldBe(new RegistryTag(RegistryTagKind.Stage, "churn", null, "prod"));
    }

    [Theory]
    [InlineData("v1.0.0")]
    [InlineData("churn")]
    [InlineData("churn@1.0.0")]
    [InlineData("churn@v1.0")]
    [InlineData("churn@v01.0.0")]
    [InlineData("churn@v1.0.0-rc1")]
    [InlineData("churn#prod#x")]
    [InlineData("churn#prod#12345678901")]
    [InlineData("churn##1")]
    [InlineData("-churn@v1.0.0")]
    [InlineData("Churn@v1.0.0")]
    [InlineData("churn#prod#1\n")]
    [InlineData("a/churn@v1.0.0")]
    [InlineData("churn@created#1")]
    public void Other_tags_are_none_of_the_registrys(string name) => RegistryTag.Parse(name).ShouldBeNull();
}
