using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    /// <summary>Texts that break what is written, read, parsed or run without care.</summary>
    private static readonly string[] HostileTexts =
    [
        .. new[]
        {
            "a\"b\n,=1+1", ",", "\"", "\"\"", "'", "a\r\nb", "\ttab", "a;b|c", "NA", "NaN", "null", "None", "true", "1", "1.0", "01", "-", "=cmd()", "{0}", "{data}", "%s", "$HOME `id` $(id)",
            "../../x", "-rf", "<b>", "é", "e\u0301", "Ω名前", "🙂", "\u202Eabc", "Label", "Score", "Features", "probability", new string('l', 2000),
        }.Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Features_may_have_any_name(ModelTask task)
    {
        var sample = SampleOf(task);
        using var plain = Train(sample);
        using var folder = new EngineFolder();

        foreach (var names in HostileTexts.Chunk(2).Where(names => names.Length == 2))
        {
            var renamed = sample with { Rows = Renamed(sample.Rows, names) };
            using var model = Train(renamed);
            var scores = model.Scorer.Score(renamed.Rows, Cancellation);
            ShouldBeSound(task, scores);
            sample.SquaredError(scores).ShouldBeLessThan(0.7 * sample.SquaredErrorOfConstant(), string.Join(" and ", names));
        }

        var all = sample with { Rows = HostileTexts.Aggregate(sample.Rows, (rows, name) => rows.WithNumber(name, 1)) };
        using var many = Train(all);
        many.Save(folder.Path);
        using var loaded = Engine.Load(folder.Path, all.Signature);
        ShouldAgree(Score(loaded, all.Rows), Score(many, all.Rows));
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Categories_may_be_any_texts_and_are_told_apart(ModelTask task)
    {
        var count = HostileTexts.Length;
        int[] codes = [.. Enumerable.Range(0, 20 * count).Select(row => row % count)];
        int[] answers = [.. codes.Select(code => code % 2)];
        var rows = new Table([new NumericColumn("row", [.. codes.Select((_, row) => (double)(row / count))]), new CategoricalColumn("text", codes, HostileTexts)]);
        var labels = task == ModelTask.Regression ? Labels.OfNumbers([.. answers.Select(answer => (double)answer)]) : Labels.OfClasses(ClassesOf(task), answers);
        var sample = new Sample(task, rows, task == ModelTask.MulticlassClassification ? WithAThird(labels) : labels);
        using var folder = new EngineFolder();

        using var model = Train(sample);
        model.Save(folder.Path);
        using var loaded = Engine.Load(folder.Path, sample.Signature);

        var scores = loaded.Score(rows, Cancellation);
        ShouldAgree(scores.Values.ToArray(), Score(model, rows));
        foreach (var text in Enumerable.Range(0, count).Where(code => code != 0))
        {
            var towardsOne = scores.Row(text)[task == ModelTask.MulticlassClassification ? 1 : 0];
            (towardsOne > 0.5).ShouldBe(text % 2 == 1, HostileTexts[text]);
        }
    }

    /// <summary>Classes whose names are hostile too.</summary>
    private static string[] ClassesOf(ModelTask task) => task == ModelTask.BinaryClassification ? ["a,\"b\"\n", "🙂"] : ["a,\"b\"\n", "c;", "🙂"];

    /// <summary>The same answers, but the first text's rows have the third class.</summary>
    private static Labels WithAThird(Labels labels) =>
        Labels.OfClasses(labels.Classes, [.. labels.Codes.ToArray().Select((code, row) => row % HostileTexts.Length == 0 ? 2 : code)]);

    /// <summary>The table with the strong feature and the colour under other names.</summary>
    private static Table Renamed(Table rows, string[] names) => new([.. rows.Columns.Select(column => (column, column.Name) switch
    {
        (NumericColumn numbers, Sample.Strong) => new NumericColumn(names[0], numbers.Values.ToArray()),
        (CategoricalColumn categories, Sample.Colour) => new CategoricalColumn(names[1], categories.Codes.ToArray(), [.. categories.Categories]),
        _ => column,
    })]);
}
