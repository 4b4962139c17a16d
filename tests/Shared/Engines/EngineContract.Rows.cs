using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    [Theory]
    [MemberData(nameof(Tasks))]
    public void Features_that_never_change_and_rows_that_repeat_do_no_harm(ModelTask task)
    {
        var sample = SampleOf(task);
        int[] thrice = [.. Enumerable.Range(0, 3 * sample.Rows.Rows).Select(row => row / 3)];
        var rows = sample.Rows.WithNumber("constant", 3).WithCategory("same", "s").Select(thrice);
        var unseen = Sample.Of(task, 200, seed: 2);

        using var model = Train(new Sample(task, rows, sample.Labels.Select(thrice)));

        var scores = model.Scorer.Score(unseen.Rows.WithNumber("constant", 3).WithCategory("same", "s"), Cancellation);
        ShouldBeSound(task, scores);
        unseen.SquaredError(scores).ShouldBeLessThan(0.7 * unseen.SquaredErrorOfConstant());
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Rows_that_allow_no_model_are_refused(ModelTask task)
    {
        var request = Subject.RequestOf(SampleOf(task));
        int[] none = [];
        var noInput = request.Signature with { Inputs = [] };

        Should.Throw<TrainingException>(() => Engine.Train(request with { Features = request.Features.Select(none), Labels = request.Labels.Select(none) }, Cancellation), "no rows");
        Should.Throw<TrainingException>(() => Engine.Train(request with { Features = new([]), Signature = noInput }, Cancellation), "no features");
        Should.Throw<TrainingException>(() => Engine.Train(request with { Labels = request.Labels.Select([0, 1]) }, Cancellation), "two labels");
        foreach (var label in new[] { double.NaN, double.PositiveInfinity })
        {
            if (task == ModelTask.Regression)
                Should.Throw<TrainingException>(() => Engine.Train(request with { Labels = Labels.OfNumbers([label, .. request.Labels.Numbers[1..]]) }, Cancellation), $"the label {label}");
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Odd_rows_are_refused_or_give_sound_scores(ModelTask task)
    {
        var sample = SampleOf(task);
        var strong = (NumericColumn)sample.Rows[Sample.Strong];

        foreach (var (name, odd) in new (string, Sample)[]
        {
            ("huge numbers", sample.With(Scaled(strong, 1e300))),
            ("tiny numbers", sample.With(Scaled(strong, 1e-300))),
            ("one huge number", sample.With(new NumericColumn(Sample.Strong, [1e300, .. strong.Values[1..]]))),
            ("a column of nothing", sample with { Rows = sample.Rows.WithMissing(Sample.Weak).WithMissing(Sample.Colour) }),
            ("a category a row", sample.With(new CategoricalColumn(Sample.Shop, [.. Enumerable.Range(0, sample.Rows.Rows)], [.. Enumerable.Range(0, sample.Rows.Rows).Select(row => $"s{row:0000}")]))),
            ("one answer", sample with { Labels = OneAnswer(sample.Labels) }),
            ("two rows", sample with { Rows = sample.Rows.Select([0, 1]), Labels = sample.Labels.Select([0, 1]) }),
            ("huge labels", task == ModelTask.Regression ? sample with { Labels = Labels.OfNumbers([.. sample.Labels.Numbers.ToArray().Select(label => 1e300 * label)]) } : sample),
        })
        {
            try
            {
                using var model = Train(odd);
                ShouldBeSound(task, model.Scorer.Score(odd.Rows, Cancellation));
            }
            catch (TrainingException refusal)
            {
                refusal.Message.ShouldNotBeNullOrWhiteSpace();
            }
            catch (Exception fault)
            {
                Assert.Fail($"{name}: {fault.GetType().Name}: {fault.Message}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Numbers_far_beyond_those_of_training_score_soundly(ModelTask task)
    {
        var unseen = Sample.Of(task, 20, seed: 2).Rows;
        using var model = Train(task);

        foreach (var number in new[] { 1e300, -1e300, 1e-300, double.Epsilon, -0.0, 1e38, 4e38 })
            ShouldBeSound(task, model.Scorer.Score(unseen.WithNumber(Sample.Strong, number).WithNumber(Sample.Weak, -number), Cancellation));
    }

    private static NumericColumn Scaled(NumericColumn column, double factor) =>
        new(column.Name, [.. column.Values.ToArray().Select(value => factor * value)]);

    private static Labels OneAnswer(Labels labels) => labels.Classes.Count == 0
        ? Labels.OfNumbers([.. Enumerable.Repeat(5.0, labels.Count)])
        : Labels.OfClasses(labels.Classes, new int[labels.Count]);
}
