using ModelPipeline.Data;
using ModelPipeline.Mutation;
using ModelPipeline.Mutation.Faults;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Differential;

namespace ModelPipeline.Tests.Mutation;

/// <summary>What each fault changes, and what it leaves alone.</summary>
public sealed class FaultTests
{
    private readonly FaultSite _site = Faulty.Site();

    public static TheoryData<string> Names => [.. Faulty.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_is_the_same_each_time_it_is_made(string name)
    {
        var fault = Faulty.All.Single(fault => fault.Name == name);

        var (first, second) = (fault.Inject(_site), fault.Inject(Faulty.Site()));

        first.Judged.Rows.Dataset.Digest.ShouldBe(second.Judged.Rows.Dataset.Digest);
        first.Trained.Split.Train.ShouldBe(second.Trained.Split.Train);
    }

    [Fact]
    public void Old_data_are_those_that_the_champion_was_trained_on()
    {
        var faulty = new OldData().Inject(_site);

        faulty.Judged.ShouldBe(_site.Earlier);
        faulty.Trained.ShouldBe(_site.Earlier);
    }

    [Fact]
    public void Shuffled_labels_are_the_same_labels_in_other_rows()
    {
        var faulty = new ShuffledLabels().Inject(_site);

        faulty.Changed(_site).ShouldBe(["y"]);
        faulty.Texts("y").Order().ShouldBe(_site.Texts("y").Order());
    }

    [Theory]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    public void One_label_in_ten_is_that_of_another_class(ModelTask task)
    {
        var site = Faulty.Site(task);

        var faulty = new NoisyLabels().Inject(site);

        faulty.Changed(site).ShouldBe(["y"]);
        faulty.Texts("y").Zip(site.Texts("y")).Count(pair => pair.First != pair.Second).ShouldBe(Faulty.Rows / 10);
        faulty.Texts("y").Distinct().ShouldBeSubsetOf(site.Texts("y").Distinct());
    }

    [Fact]
    public void One_number_in_ten_is_that_of_another_row()
    {
        var site = Faulty.Site(ModelTask.Regression);

        var faulty = new NoisyLabels().Inject(site);

        faulty.Changed(site).ShouldBe(["y"]);
        faulty.Texts("y").Zip(site.Texts("y")).Count(pair => pair.First != pair.Second).ShouldBeInRange(Faulty.Rows / 10 - 2, Faulty.Rows / 10);
        faulty.Texts("y").ShouldBeSubsetOf(site.Texts("y"));
    }

    [Fact]
    public void The_strongest_feature_that_the_spec_does_not_name_is_dropped()
    {
        Columns(new DroppedFeature().Inject(_site)).ShouldBe(["id", "plan", "size", "y"]);
        Columns(new DroppedFeature().Inject(Naming("age"))).ShouldBe(["id", "age", "size", "y"]);
    }

    [Fact]
    public void A_constant_feature_has_the_first_value_that_is_not_missing_in_every_row()
    {
        double[] age = [double.NaN, .. Compared.Age().Values[1..]];
        var site = Faulty.Site(features: [new NumericColumn("age", age), Compared.Plan(), Faulty.Size()]);

        var faulty = new ConstantFeature().Inject(site);

        faulty.Changed(site).ShouldBe(["age"]);
        faulty.Texts("age").Distinct().ShouldBe([site.Texts("age")[1]]);
    }

    [Fact]
    public void A_scaled_feature_is_a_hundred_times_as_great_and_missing_where_it_was()
    {
        double[] age = [double.NaN, 0.5, .. Compared.Age().Values[2..]];
        var site = Faulty.Site(features: [new NumericColumn("age", age), Compared.Plan(), Faulty.Size()]);

        var faulty = new ScaledFeature().Inject(site);

        faulty.Changed(site).ShouldBe(["age"]);
        ((NumericColumn)faulty.Judged.Rows.Features["age"]).Values.ToArray().ShouldBe(age.Select(value => value * 100));
    }

    [Fact]
    public void A_shuffled_feature_has_the_same_values_in_other_rows()
    {
        var faulty = new ShuffledFeature().Inject(_site);

        faulty.Changed(_site).ShouldBe(["age"]);
        faulty.Texts("age").Order().ShouldBe(_site.Texts("age").Order());
    }

    [Fact]
    public void The_two_most_frequent_categories_change_places_and_nothing_else_does()
    {
        var plan = Compared.Plan();
        var codes = plan.Codes.ToArray();
        codes[0] = CategoricalColumn.Missing;
        var site = Faulty.Site(features: [Compared.Age(), new CategoricalColumn("plan", codes, [.. plan.Categories])]);

        var faulty = new SwappedCategories().Inject(site);

        faulty.Changed(site).ShouldBe(["plan"]);
        faulty.Texts("plan").ShouldBe(site.Texts("plan").Select(text => text switch { "basic" => "gold", "gold" => "basic", _ => text }));
    }

    [Fact]
    public void Leaked_test_rows_are_trained_on_and_tested_on_all_the_same()
    {
        var faulty = new LeakedTestRows().Inject(_site);

        faulty.Judged.ShouldBe(_site.Data);
        faulty.Trained.Rows.ShouldBe(_site.Data.Rows);
        faulty.Trained.Split.Train.ShouldBe(Enumerable.Range(0, Faulty.Rows));
    }

    [Fact]
    public void Rows_that_were_read_before_leak_all_the_same()
    {
        _site.Data.TrainFeatures.Rows.ShouldBe(_site.Data.Split.Train.Length);
        _site.Data.TrainLabels.Count.ShouldBe(_site.Data.Split.Train.Length);

        var trained = new LeakedTestRows().Inject(_site).Trained;

        trained.TrainFeatures.Rows.ShouldBe(Faulty.Rows);
        trained.TrainLabels.Count.ShouldBe(Faulty.Rows);
    }

    [Fact]
    public void Half_of_the_rows_are_lost_and_the_others_are_as_they_were()
    {
        var faulty = new LostRows().Inject(_site);

        faulty.Judged.Rows.Rows.ShouldBe(Faulty.Rows / 2);
        Lines(faulty.Judged.Rows.Dataset.Table).ShouldBeSubsetOf(Lines(_site.Data.Rows.Dataset.Table));
        faulty.Texts("id").ShouldBeUnique();
    }

    [Fact]
    public void The_other_class_is_positive_over_the_same_rows()
    {
        var faulty = new OtherPositiveClass().Inject(_site);

        faulty.Changed(_site).ShouldBeEmpty();
        faulty.Spec.Data.Positive.ShouldBe("no");
        faulty.Judged.Rows.Labels.Classes.ShouldBe(["yes", "no"]);
        faulty.Judged.Split.Test.ShouldBe(_site.Data.Split.Test);
    }

    [Theory]
    [InlineData(ModelTask.BinaryClassification, "yes")]
    [InlineData(ModelTask.MulticlassClassification, "rare")]
    public void Seven_in_ten_rows_of_the_rarest_class_are_lost_and_no_others(ModelTask task, string rarest)
    {
        var site = Faulty.Site(task);

        var faulty = new LostClassRows().Inject(site);

        Lines(faulty.Judged.Rows.Dataset.Table).ShouldBeSubsetOf(Lines(site.Data.Rows.Dataset.Table));
        faulty.Texts("y").Count(label => label != rarest).ShouldBe(site.Texts("y").Count(label => label != rarest));
        var kept = (double)faulty.Texts("y").Count(label => label == rarest) / site.Texts("y").Count(label => label == rarest);
        kept.ShouldBeInRange(0.22, 0.38);
    }

    private static IEnumerable<string> Columns(FaultyData faulty) => faulty.Judged.Rows.Dataset.Table.Columns.Select(column => column.Name);

    private static IEnumerable<string> Lines(Table table) => Enumerable.Range(0, table.Rows).Select(row => string.Join(',', table.Columns.Select(column => column.Text(row))));

    private FaultSite Naming(string column) => _site with
    {
        Spec = _site.Spec with { Data = _site.Spec.Data with { Columns = new Dictionary<string, ColumnType> { [column] = ColumnType.Numeric } } },
    };
}
