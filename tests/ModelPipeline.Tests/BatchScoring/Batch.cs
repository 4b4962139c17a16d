using System.Globalization;
using ModelPipeline.BatchScoring;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.BatchScoring;

/// <summary>A file that is scored by a model of the inputs <c>x</c> and <c>plan</c>, in a folder of its own.</summary>
internal sealed class Batch : IDisposable, IScorer
{
    public static ModelSignature Signature { get; } = new(
        ModelTask.BinaryClassification,
        [new FeatureSignature("x", ColumnType.Numeric, []), new FeatureSignature("plan", ColumnType.Categorical, ["basic", "plus"])],
        ["probability"],
        ["no", "yes"]);

    public Batch(string text)
    {
        Folder.Write("rows.csv", text);
        Options = new() { Input = Folder["rows.csv"], Output = Folder["scores.csv"] };
    }

    public TemporaryFolder Folder { get; } = new();

    public BatchScoringOptions Options { get; set; }

    /// <summary>The model's scorer.</summary>
    /// <value>Default: this object.</value>
    public IScorer? Scorer { get; set; }

    public ModelBundle Bundle { get; set; } = new("", Digest.Of("bundle"), Manifests.Full with { Signature = Signature });

    public string Output => File.ReadAllText(Options.Output);

    public List<string> Progress { get; } = [];

    /// <summary>Rows of keys, numbers and plans, some missing, some unseen, some with line breaks and quotes in their keys.</summary>
    public static string Rows(int count) => "id,plan,x\n" + string.Concat(Enumerable.Range(0, count).Select(row => string.Create(
        CultureInfo.InvariantCulture,
        $"{(row % 5 == 0 ? $"\"a \"\"{row}\"\",\nb\"" : $"k{row}")},{(row % 7) switch { 0 => "basic", 1 => "", 2 => "gold", _ => "plus" }},{(row % 11 == 0 ? "NA" : $"{row / 8.0}")}\n")));

    public Task<BatchScoringResult> ScoreAsync(Action<string>? progress = null) =>
        BatchScorer.ScoreAsync(Bundle, Scorer ?? this, Options, new Told(text => { Progress.Add(text); progress?.Invoke(text); }), TestContext.Current.CancellationToken);

    /// <summary>Scores until the first note of how far it has come, and stops there.</summary>
    public async Task StopAsync()
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => BatchScorer.ScoreAsync(Bundle, this, Options, new Told(_ => stop.Cancel()), stop.Token));
    }

    public async Task<string> FaultsAsync() => (await Should.ThrowAsync<InputException>(() => ScoreAsync())).Message;

    public Scores Score(Table rows, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (x, plans) = (rows["x"], (CategoricalColumn)rows["plan"]);
        double Of(int row) => (((NumericColumn)x).Values[row] is var number && double.IsNaN(number) ? 0.5 : 1 / (1 + number))
            + (plans.Text(row) switch { "basic" => 0.1, "plus" => 0.2, "" => 0.3, _ => 0.4 });
        return new(Signature.Outputs, [.. Enumerable.Range(0, rows.Rows).Select(Of)]);
    }

    public void Dispose() => Folder.Dispose();

    private sealed class Told(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
