using System.Text.RegularExpressions;
using ModelPipeline.Data;
using ModelPipeline.Mutation;
using ModelPipeline.Tests.Differential;

namespace ModelPipeline.Tests.Mutation;

public sealed class FaultSiteTests
{
    [Fact]
    public void Faults_go_where_the_champion_depends_most()
    {
        var site = Faulty.Site();

        (site.Feature, site.Number!.Name, site.Category!.Name).ShouldBe(("age", "age", "plan"));
        (site with { Sensitivity = new Dictionary<string, double> { ["plan"] = 1, ["age"] = 0.9 } }).Feature.ShouldBe("plan");
    }

    [Fact]
    public void Of_features_that_matter_as_much_the_first_by_name_is_taken() =>
        (Faulty.Site() with { Sensitivity = new Dictionary<string, double>() }).Feature.ShouldBe("age");

    [Fact]
    public void A_model_without_a_type_of_feature_has_no_strongest_one()
    {
        Faulty.Site(features: [Compared.Plan(), new CategoricalColumn("city", [.. Enumerable.Range(0, Faulty.Rows)], [.. Enumerable.Range(0, Faulty.Rows).Select(city => $"c{city:D4}")])]).Number.ShouldBeNull();
        Faulty.Site(features: Compared.Age()).Category.ShouldBeNull();
    }

    [Fact]
    public void Random_numbers_depend_on_the_fault_and_the_models_seed_alone()
    {
        var site = Faulty.Site();
        var other = site with { Spec = site.Spec with { Train = site.Spec.Train with { Seed = 6 } } };

        site.RandomFor("a").NextUInt64().ShouldBe(Faulty.Site().RandomFor("a").NextUInt64());
        site.RandomFor("a").NextUInt64().ShouldNotBe(site.RandomFor("b").NextUInt64());
        site.RandomFor("a").NextUInt64().ShouldNotBe(other.RandomFor("a").NextUInt64());
    }

    [Fact]
    public void No_two_faults_draw_the_same_numbers() =>
        Faulty.All.Select(fault => Faulty.Site().RandomFor(fault.Name).NextUInt64()).ShouldBeUnique();

    [Fact]
    public void Other_rows_have_another_digest_and_equal_rows_the_same()
    {
        var site = Faulty.Site();

        site.With(Compared.Age()).Judged.Rows.Dataset.Digest.ShouldBe(site.Data.Rows.Dataset.Digest);
        site.With(Compared.Age(seed: 9)).Judged.Rows.Dataset.Digest.ShouldNotBe(site.Data.Rows.Dataset.Digest);
    }

    [Fact]
    public void Changed_columns_keep_the_rows_and_their_split()
    {
        var site = Faulty.Site();

        var faulty = site.With(Compared.Age(seed: 9));

        faulty.Changed(site).ShouldBe(["age"]);
        faulty.Judged.Split.Test.ShouldBe(site.Data.Split.Test);
        faulty.Trained.ShouldBe(faulty.Judged);
        faulty.Spec.ShouldBe(site.Spec);
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("price (€) [$^|+*]")]
    [InlineData(@"c:\d")]
    [InlineData("two\nlines # and blanks")]
    public void A_name_matches_itself_as_messages_quote_it_and_nothing_else(string name)
    {
        Regex.IsMatch($"feature {QuotedText.Of(name)} is", $"^feature {FaultSite.Quoted(name)} is$").ShouldBeTrue();
        Regex.IsMatch($"feature {QuotedText.Of(name + "x")} is", FaultSite.Quoted(name)).ShouldBeFalse();
    }

    [Fact]
    public void A_site_needs_labels_that_fit_the_task() =>
        Should.Throw<DataException>(() => Faulty.Site().With(new CategoricalColumn("y", new int[Faulty.Rows], ["no"])));
}
