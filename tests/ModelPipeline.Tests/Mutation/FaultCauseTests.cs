using System.Text.RegularExpressions;
using ModelPipeline.Data;
using ModelPipeline.Differential;
using ModelPipeline.Differential.Causes;
using ModelPipeline.Mutation;
using ModelPipeline.Mutation.Faults;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Tests.Differential;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Mutation;

/// <summary>A fault's cause counts as named by the sentences that name it, as the differential test writes them, and by no others.</summary>
public sealed class FaultCauseTests
{
    private static readonly Column[] Champion = [Compared.Age(), Compared.Plan()];

    /// <summary>The strongest feature is <c>age</c>; the spec names it, so that <c>plan</c> is the one to drop.</summary>
    private static readonly FaultSite Site = WithSpec(Faulty.Site());

    private static readonly Dictionary<string, Comparison> Named = new()
    {
        ["old-data"] = Compared.Of(Champion, Champion, manifest => manifest with { Data = manifest.Data with { Digest = Digest.Of("data") } }),
        ["old-data, split otherwise"] = Compared.Of(Champion, Champion, manifest => manifest with { Data = manifest.Data with { Digest = Digest.Of("data"), TrainSplit = Digest.Of("other") } }),
        ["shuffled-labels"] = Labelled(Compared.Uniform(21), Compared.Uniform(22), Compared.Uniform(23)),
        ["shuffled-labels, of the candidate alone"] = Labelled(Compared.Uniform(21), Compared.Uniform(22), Compared.Uniform(21)),
        ["noisy-labels"] = Labelled(Compared.Uniform(21), Compared.Uniform(21), [.. Compared.Uniform(21).Select((score, row) => row % 3 == 0 ? 1 - score : score)]),
        ["dropped-feature"] = Compared.Of(Champion, [Compared.Age()]),
        ["constant-feature"] = Compared.Of(Champion, [new NumericColumn("age", [.. Enumerable.Repeat(30.0, Compared.Rows)]), Compared.Plan()]),
        ["scaled-feature"] = Compared.Of(Champion, [Compared.Age(100, seed: 11), Compared.Plan()]),
        ["shuffled-feature"] = Compared.Of(Champion, Champion) with { Reliance = [new("age", 0.3, 0.01, new FeatureEffect(0, 1, 0.5))] },
        ["swapped-categories"] = Compared.Of(Champion, [Compared.Age(), Compared.Plan(12, "silver", "gold", "basic")]),
        ["swapped-categories, by the effect"] = Compared.Of(Champion, Champion) with { Reliance = [new("plan", 0.3, 0.3, new FeatureEffect(-1, 2, 0.5))] },
        ["leaked-test-rows"] = Compared.Of(Champion, Champion) with { SeenByCandidate = new SeenRows(500, 500, null) },
        ["lost-rows"] = Compared.Of(Champion, Champion, manifest => manifest with { Data = manifest.Data with { TrainRows = 1000 } }),
        ["other-positive-class"] = Compared.Of(Champion, Champion, manifest => manifest with { Signature = manifest.Signature with { Classes = ["yes", "no"] } }),
        ["class-prior-shift"] = Compared.Of(Champion, Champion, manifest => manifest with { Data = manifest.Data with { Label = Labels(rowsOfYes: 10) } }),
    };

    private static readonly Dictionary<string, Comparison> OfOthers = new()
    {
        ["another feature is constant"] = Compared.Of(Champion, [Compared.Age(), new CategoricalColumn("plan", new int[Compared.Rows], ["basic"])]),
        ["another unit of another factor"] = Compared.Of(Champion, [Compared.Age(1000, seed: 11), Compared.Plan()]),
        ["another feature is removed"] = Compared.Of(Champion, [Compared.Plan()]),
        ["a feature is not read"] = Compared.Of(Champion, Champion, manifest => manifest with { Signature = manifest.Signature with { Inputs = [.. manifest.Signature.Inputs.Take(1)] } }),
        ["another feature lost its effect"] = Compared.Of(Champion, Champion) with { Reliance = [new("plan", 0.3, 0.01, new FeatureEffect(0, 1, 0.5))] },
        ["another effect is reversed"] = Compared.Of(Champion, Champion) with { Reliance = [new("age", 0.3, 0.3, new FeatureEffect(-1, 2, 0.5))] },
        ["a category is new"] = Compared.Of(Champion, [Compared.Age(), Compared.Plan(2, "basic", "gold", "platinum")]),
        ["values are missing"] = Compared.Of(Champion, [new NumericColumn("age", [.. Compared.Age().Values.ToArray().Select((value, row) => row % 5 == 0 ? double.NaN : value)]), Compared.Plan()]),
        ["a mean moved"] = Compared.Of(Champion, [new NumericColumn("age", [.. Compared.Age().Values.ToArray().Select(value => value + 20)]), Compared.Plan()]),
        ["a type changed"] = Compared.Of(Champion, [Compared.Age(), new NumericColumn("plan", Compared.Uniform(5))]),
        ["a feature is new"] = Compared.Of(Champion, [.. Champion, new NumericColumn("size", Compared.Uniform(5))]),
        ["the trainer changed"] = Compared.Of(Champion, Champion, manifest => manifest with { Trainer = "other" }),
        ["labels are flipped"] = Labelled(Compared.Uniform(21), [.. Compared.Uniform(21).Select(score => 1 - score)], [.. Compared.Uniform(21).Select(score => 1 - score)]),
        ["another class is positive"] = Compared.Of(Champion, Champion, manifest => manifest with { Signature = manifest.Signature with { Classes = ["yes", "maybe"] } }),
    };

    public static TheoryData<string> Sentences => [.. Named.Keys, .. OfOthers.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_hint_names_the_cause_of_its_own_fault_and_of_no_other(string name)
    {
        var causes = CauseFinder.Find(Named.GetValueOrDefault(name) ?? OfOthers[name]);
        causes.ShouldNotBeEmpty();

        Faulty.All.Where(fault => Names(fault, Site, CauseFinder.HintOf(causes, hasRows: true))).Select(fault => fault.Name)
            .ShouldBe(Named.ContainsKey(name) ? [name.Split(',')[0]] : [], string.Join("; ", causes));
    }

    [Fact]
    public void Every_fault_has_a_sentence_that_names_it() =>
        Named.Keys.Select(name => name.Split(',')[0]).Distinct().ShouldBe(Faulty.All.Select(fault => fault.Name));

    [Fact]
    public void A_retraining_that_is_no_news_names_old_data()
    {
        var same = Compared.Of(Champion, Champion, manifest => manifest with { Data = manifest.Data with { Digest = Digest.Of("data") } });
        var check = TrainingChecks.Of(same, new DifferentialLimits()).Single(check => check.Name == "something_new");

        Names(new OldData(), Site, check.Reason).ShouldBeTrue();
    }

    [Fact]
    public void Rows_that_lack_the_column_name_the_dropped_feature()
    {
        var signature = new ModelSignature(ModelTask.BinaryClassification, [.. Champion.Select(FeatureSignature.Of)], ["probability"], ["no", "yes"]);
        var fault = SignatureRows.Of(signature, new Table([Compared.Age()])).Faults.ShouldHaveSingleItem();

        Names(new DroppedFeature(), Site, fault).ShouldBeTrue();
    }

    [Fact]
    public void A_hint_of_several_causes_does_not_lend_its_words_to_one()
    {
        const string Hint = "feature 'age' is text now, for the champion it is numeric; feature 'plan' is 'basic' in all 2,000 training rows; "
            + "the labels look flipped, or the positive class is another: the champion is worse than chance; parameter 'l2' is 1 now";

        Names(new ConstantFeature(), Site, Hint).ShouldBeFalse();
        Names(new OtherPositiveClass(), Site, Hint).ShouldBeFalse();
    }

    [Fact]
    public void Long_and_odd_names_are_recognized_as_sentences_write_them()
    {
        var name = new string('x', 70) + "\n(1)";
        var codes = Enumerable.Range(0, Faulty.Rows).Select(row => row % 4 == 0 ? 1 : 0).ToArray();
        var label = new CategoricalColumn("y", codes, ["no", name]);
        var spec = Site.Spec with { Data = Site.Spec.Data with { Positive = name } };
        var table = new Table([.. Site.Data.Rows.Dataset.Table.Columns.Where(column => column.Name != "y"), label]);
        var site = Site with { Spec = spec, Data = FaultSite.Read(spec, table) };

        Names(new LostClassRows(), site, $"9% of the training labels are {Shown.Value(name)}, 25% of the champion's").ShouldBeTrue();
    }

    [Fact]
    public void Of_three_classes_the_lost_one_must_be_named()
    {
        var site = Faulty.Site(ModelTask.MulticlassClassification);

        Names(new LostClassRows(), site, "7% of the training labels are 'rare', 20% of the champion's").ShouldBeTrue();
        Names(new LostClassRows(), site, "7% of the training labels are 'z', 20% of the champion's").ShouldBeFalse();
    }

    private static bool Names(IFault fault, FaultSite site, string said) => Regex.IsMatch(said, fault.Cause(site), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static FaultSite WithSpec(FaultSite site) =>
        site with { Spec = site.Spec with { Data = site.Spec.Data with { Columns = new Dictionary<string, ColumnType> { ["age"] = ColumnType.Numeric } } } };

    private static ColumnStatistics Labels(int rowsOfYes) =>
        ColumnStatistics.Of(new CategoricalColumn("left", [.. Enumerable.Range(0, Compared.Rows).Select(row => row * 100 / Compared.Rows < rowsOfYes ? 1 : 0)], ["no", "yes"]));

    private static Comparison Labelled(double[] champion, double[] candidate, double[] truth)
    {
        var random = new SeededRandom(99);
        return Compared.Of(Champion, Champion).WithScores(champion, candidate, [.. truth.Select(probability => random.NextDouble() < probability ? 1 : 0)]);
    }
}
