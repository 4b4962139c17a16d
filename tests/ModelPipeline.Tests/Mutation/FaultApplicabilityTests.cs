using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Mutation;
using ModelPipeline.Mutation.Faults;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Differential;

namespace ModelPipeline.Tests.Mutation;

/// <summary>Which models can have which faults.</summary>
public sealed class FaultApplicabilityTests
{
    [Fact]
    public void A_binary_model_with_numbers_and_categories_can_have_every_fault() =>
        Faulty.All.ShouldAllBe(fault => fault.NotApplicable(Faulty.Site()) == null);

    [Theory]
    [InlineData(ModelTask.MulticlassClassification, "other-positive-class")]
    [InlineData(ModelTask.Regression, "other-positive-class", "class-prior-shift")]
    public void Other_tasks_cannot_have_what_needs_two_classes_or_any(ModelTask task, params string[] faults) => NotApplicable(Faulty.Site(task)).ShouldBe(faults);

    [Fact]
    public void A_single_number_can_neither_be_dropped_nor_swapped() => NotApplicable(Faulty.Site(features: Compared.Age())).ShouldBe(["dropped-feature", "swapped-categories"]);

    [Fact]
    public void Categories_have_no_unit() => NotApplicable(Faulty.Site(features: [Compared.Plan(), Many()])).ShouldBe(["scaled-feature"]);

    [Fact]
    public void One_category_cannot_be_swapped() =>
        new SwappedCategories().NotApplicable(Faulty.Site(features: [Compared.Age(), new CategoricalColumn("plan", Codes(1), ["basic"])])).ShouldBe("'plan' has one category alone");

    [Fact]
    public void A_feature_of_one_value_cannot_become_constant() =>
        new ConstantFeature().NotApplicable(Faulty.Site(features: [new NumericColumn("age", new double[Faulty.Rows]), Faulty.Size()])).ShouldBe("'age' has one value alone");

    [Fact]
    public void A_feature_that_the_spec_names_as_slice_or_type_cannot_be_dropped()
    {
        var site = Faulty.Site();
        var spec = site.Spec with
        {
            Data = site.Spec.Data with { Columns = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Numeric, ["size"] = ColumnType.Numeric } },
            Evaluate = site.Spec.Evaluate with { Slices = [new SliceSpec(["plan"])] },
        };

        new DroppedFeature().NotApplicable(site with { Spec = spec }).ShouldBe("the spec names every feature: a file without one could not be read");
    }

    private static string[] NotApplicable(FaultSite site) => [.. Faulty.All.Where(fault => fault.NotApplicable(site) is not null).Select(fault => fault.Name)];

    /// <summary>So many categories that hardly two rows are alike.</summary>
    private static CategoricalColumn Many() =>
        new("city", Codes(500), [.. Enumerable.Range(0, 500).Select(city => city.ToString("D3", CultureInfo.InvariantCulture))]);

    private static int[] Codes(int categories) => [.. Enumerable.Range(0, Faulty.Rows).Select(row => row % categories)];
}
