using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Differential;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Differential;

public sealed class RowDifferencesTests
{
    // A coarse grid around the decision threshold, so that equal scores, flips and changes at the very tolerance are common.
    private static readonly Gen<double> Score = Gen.Frequency(
        (12, Gen.Choose(0, 20).Select(step => step / 20.0)),
        (1, Gen.Elements(double.NaN, double.PositiveInfinity, double.NegativeInfinity)));

    private static readonly Arbitrary<Row[]> Binaries = Rows(1);
    private static readonly Arbitrary<Row[]> Multiclass = Rows(3);

    [Fact]
    public void Counts_of_a_binary_model_are_those_of_a_plain_reading() => Check.QuickThrowOnFailure(Prop.ForAll(Binaries, rows =>
        Counts(rows, ModelTask.BinaryClassification).ShouldBe(Oracle(rows, outputs => outputs[0] >= 0.5 ? 1 : 0))));

    [Fact]
    public void Counts_of_a_multiclass_model_are_those_of_a_plain_reading() => Check.QuickThrowOnFailure(Prop.ForAll(Multiclass, rows =>
        Counts(rows, ModelTask.MulticlassClassification).ShouldBe(Oracle(rows, outputs => Array.IndexOf(outputs, outputs.Max())))));

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Check.QuickThrowOnFailure(Prop.ForAll(Binaries, rows =>
    {
        var shuffled = rows.ToArray();
        new Random(7).Shuffle(shuffled);
        Counts(shuffled, ModelTask.BinaryClassification).ShouldBe(Counts(rows, ModelTask.BinaryClassification));
    }));

    [Fact]
    public void Scores_that_are_not_finite_are_counted_a_side() => Check.QuickThrowOnFailure(Prop.ForAll(Multiclass, rows =>
    {
        var pair = Pair(rows, ModelTask.MulticlassClassification);

        pair.ChampionNotFinite.ShouldBe(rows.Count(row => row.Champion.Any(score => !double.IsFinite(score))));
        pair.CandidateNotFinite.ShouldBe(rows.Count(row => row.Candidate.Any(score => !double.IsFinite(score))));
    }));

    [Theory]
    [InlineData(1000, 1020, false)]
    [InlineData(1000, 1020.0001, true)]
    [InlineData(1000, 979.9999, true)]
    [InlineData(double.NaN, double.NaN, true)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    public void A_regression_changes_beyond_the_tolerance_in_units_of_the_label(double champion, double candidate, bool changed) =>
        RowDifferences.Of(Scores(champion), Scores(candidate), null, ModelTask.Regression, new ToleranceSpec { Absolute = 0.2 }, unit: 100)
            .ShouldHaveSingleItem().Changed.ShouldBe(changed);

    [Theory]
    [InlineData(-1000, -1100, false)]
    [InlineData(-1000, -1101, true)]
    public void A_relative_tolerance_is_of_the_champions_output(double champion, double candidate, bool changed) =>
        RowDifferences.Of(Scores(champion), Scores(candidate), null, ModelTask.Regression, new ToleranceSpec { Absolute = 0, Relative = 0.1 }, unit: 1)
            .ShouldHaveSingleItem().Changed.ShouldBe(changed);

    [Fact]
    public void A_flip_without_a_label_is_neither_positive_nor_negative() =>
        RowDifferences.Of(Scores(0.4), Scores(0.6), null, ModelTask.BinaryClassification, new ToleranceSpec(), 1).ShouldHaveSingleItem().Flip.ShouldBe(Flip.Other);

    [Fact]
    public void Scores_of_other_outputs_are_refused() =>
        Should.Throw<ArgumentException>(() => RowDifferences.Of(Scores(1), new Scores(["other"], [1]), null, ModelTask.Regression, new ToleranceSpec(), 1));

    private static DifferenceCounts Oracle(Row[] rows, Func<double[], int> predict)
    {
        var (changed, flips, negative, positive) = (0, 0, 0, 0);
        foreach (var row in rows)
        {
            var isFinite = row.Champion.Concat(row.Candidate).All(double.IsFinite);
            if (!isFinite || row.Champion.Zip(row.Candidate).Any(pair => Math.Abs(pair.First - pair.Second) > 0.1))
                changed++;
            int? before = row.Champion.All(double.IsFinite) ? predict(row.Champion) : null;
            int? after = row.Candidate.All(double.IsFinite) ? predict(row.Candidate) : null;
            if (before is not null && before == after)
                continue;
            flips++;
            negative += before == row.Label ? 1 : 0;
            positive += after == row.Label ? 1 : 0;
        }

        return new(rows.Length, changed, flips, negative, positive);
    }

    private static DifferenceCounts Counts(Row[] rows, ModelTask task) => Pair(rows, task).Counts;

    private static ScoredPair Pair(Row[] rows, ModelTask task)
    {
        var classes = rows[0].Champion.Length == 1 ? 2 : rows[0].Champion.Length;
        string[] names = [.. Enumerable.Range(0, classes).Select(code => $"c{code}")];
        var outputs = ModelSignature.OutputsOf(task, names);
        var (champion, candidate) = (new Scores(outputs, [.. rows.SelectMany(row => row.Champion)]), new Scores(outputs, [.. rows.SelectMany(row => row.Candidate)]));
        var labels = Labels.OfClasses(names, [.. rows.Select(row => row.Label)]);
        return new(champion, candidate, RowDifferences.Of(champion, candidate, labels, task, new ToleranceSpec { Absolute = 0.1 }, 1), 1);
    }

    private static Scores Scores(double value) => new(["prediction"], [value]);

    private static Arbitrary<Row[]> Rows(int outputs) => Score.ArrayOf(outputs)
        .SelectMany(champion => Score.ArrayOf(outputs).SelectMany(candidate => Gen.Choose(0, Math.Max(1, outputs - 1)).Select(label => new Row(champion, candidate, label))))
        .NonEmptyListOf().Select(rows => rows.ToArray()).ToArbitrary();

    private sealed record Row(double[] Champion, double[] Candidate, int Label);
}
