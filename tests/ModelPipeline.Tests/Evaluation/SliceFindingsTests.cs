using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Mutation;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Differential;
using ModelPipeline.Tests.Mutation;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class SliceFindingsTests
{
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public void The_worst_slice_is_told_with_its_numbers_and_how_it_was_searched_for()
    {
        var facts = Find(Faulty.Site(), "silver").Facts.ToDictionary();

        facts["worst_slice.1"].ShouldMatch(@"^plan=silver: \d+ rows, log_loss 2\.3026, that of the rest 0\.1054, difference 2\.1972 \[.*\], p \S+$");
        facts["worst_slices"].ShouldMatch("^[0-9,]+ slices of features and pairs of features were compared by log_loss; those shown are worse than chance explains$");
    }

    [Fact]
    public void A_model_that_is_as_good_everywhere_has_no_worst_slice()
    {
        var facts = Find(Faulty.Site(), "none").Facts.ToDictionary();

        facts.Keys.ShouldBe(["worst_slices"]);
        facts["worst_slices"].ShouldEndWith("; none is worse than chance explains");
    }

    [Fact]
    public void The_groups_of_a_slice_are_compared_by_three_figures()
    {
        var findings = Find(Faulty.Site(), "silver", new SliceSpec(["plan"]));

        string[] names = ["fairness.plan.demographic_parity", "fairness.plan.equal_opportunity", "fairness.plan.equalized_odds"];
        var measures = findings.Measures.ToDictionary();
        measures.Keys.ShouldBe(names);
        measures["fairness.plan.equal_opportunity"].Value.ShouldBe(1);
        measures.Values.ShouldAllBe(measure => measure.Low < measure.Value && measure.High >= measure.Value);
        findings.Facts.Select(fact => fact.Key).ShouldBe(["worst_slice.1", "worst_slices", .. names]);
        findings.Facts.ToDictionary()["fairness.plan.equal_opportunity"].ShouldMatch("^greatest: plan=(basic|gold), least: plan=silver$");
    }

    [Fact]
    public void Combined_slices_are_no_groups() => Find(Faulty.Site(), "none", new SliceSpec(["plan", "age"])).Measures.ShouldBeEmpty();

    [Fact]
    public void A_column_that_the_spec_slices_by_twice_is_compared_once() =>
        Find(Faulty.Site(), "none", new SliceSpec(["plan"]), new SliceSpec(["plan"])).Facts.Select(fact => fact.Key).ShouldBeUnique();

    [Theory]
    [InlineData(ModelTask.Regression)]
    [InlineData(ModelTask.MulticlassClassification)]
    public void Only_two_classes_are_compared_between_groups(ModelTask task)
    {
        var site = Faulty.Site(task);
        var labels = site.Data.TestLabels;
        var scores = task == ModelTask.Regression
            ? new Scores(["prediction"], labels.Numbers.ToArray())
            : new Scores(ModelSignature.OutputsOf(task, labels.Classes), [.. labels.Codes.ToArray().SelectMany(code => labels.Classes.Select((_, output) => output == code ? 0.8 : 0.1))]);

        Find(site, scores, new SliceSpec(["plan"])).Facts.Select(fact => fact.Key).ShouldBe(["worst_slices"]);
    }

    [Fact]
    public void Groups_that_cannot_be_compared_have_a_reason_and_no_number()
    {
        var site = Faulty.Site(features: [Compared.Age(), new CategoricalColumn("plan", new int[Faulty.Rows], ["basic"]), Faulty.Size()]);

        var findings = Find(site, "none", new SliceSpec(["plan"]));

        findings.Measures.ShouldBeEmpty();
        findings.Facts.ToDictionary()["fairness.plan.demographic_parity"].ShouldBe("1 of 1 groups have 30 rows: two are needed");
    }

    [Fact]
    public void Scores_that_are_no_numbers_leave_reasons_and_no_number()
    {
        var site = Faulty.Site();

        var findings = Find(site, new Scores(["probability"], [.. Enumerable.Repeat(double.NaN, site.Data.TestLabels.Count)]), new SliceSpec(["plan"]));

        findings.Measures.ShouldBeEmpty();
        var facts = findings.Facts.ToDictionary();
        facts["worst_slices"].ShouldStartWith("the worst slices could not be searched for: ");
        facts["fairness.plan.equalized_odds"].ShouldNotBeNullOrWhiteSpace();
        facts.Keys.ShouldNotContain("worst_slice.1");
    }

    [Fact]
    public void Slices_that_are_too_many_to_show_are_counted()
    {
        var city = new CategoricalColumn("city", [.. Enumerable.Range(0, Faulty.Rows)], [.. Enumerable.Range(0, Faulty.Rows).Select(row => $"c{row:D4}")]);
        var site = Faulty.Site(features: [Compared.Age(), Compared.Plan(), city]);
        var rows = site.Data.Split.Test.Length;

        Find(site, "none", new SliceSpec(["city"])).Facts.ToDictionary()["slices.left_out"].ShouldBe($"slices with the fewest rows, not shown: {rows - Slices.Most}");
    }

    [Fact]
    public void A_hostile_name_stays_on_its_line()
    {
        var plan = new CategoricalColumn("pl\nan", Compared.Plan().Codes.ToArray(), ["a\r\nb", "b|c", "silver\u202E"]);
        var site = Faulty.Site(features: [Compared.Age(), plan, Faulty.Size()]);

        var findings = Find(site, "silver\u202E", "pl\nan", new SliceSpec(["pl\nan"]));

        findings.Facts.Select(fact => fact.Value).ShouldAllBe(value => !value.Contains('\n') && !value.Contains('\r') && !value.Contains('\u202E'));
        findings.Facts.ToDictionary()["worst_slice.1"].ShouldStartWith(@"pl\nan=silver\u{202E}: ");
    }

    private SliceFindings Find(FaultSite site, string bad, params SliceSpec[] slices) => Find(site, bad, "plan", slices);

    /// <summary>Of a model that is right but where a column has a bad value.</summary>
    private SliceFindings Find(FaultSite site, string bad, string column, params SliceSpec[] slices)
    {
        var (codes, values) = (site.Data.TestLabels.Codes.ToArray(), site.Data.TestFeatures[column]);
        return Find(site, new Scores(["probability"], [.. codes.Select((code, row) => code == 1 == (values.Text(row) != bad) ? 0.9 : 0.1)]), slices);
    }

    private SliceFindings Find(FaultSite site, Scores scores, params SliceSpec[] slices)
    {
        var spec = site.Spec with { Evaluate = site.Spec.Evaluate with { Slices = slices } };
        return SliceFindings.Of(site.Data, site.Data.Rows.Dataset.Table.Select(site.Data.Split.Test), scores, spec, _cancellation);
    }
}
