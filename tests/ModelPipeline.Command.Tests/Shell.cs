using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

/// <summary>Models whose commands are lines of sh, on a handful of rows: <c>$1</c>, <c>$2</c> and so on are what each method says.</summary>
internal sealed class Shell : IDisposable
{
    private readonly EngineFolder _folder = new();

    public Dictionary<string, object> Parameters { get; } = new()
    {
        ["time_limit"] = 60L,
        ["processes"] = 1L,
    };

    /// <summary>The model's folder; a bundle may be saved in its <c>bundle</c>.</summary>
    public string Folder => _folder.Path;

    public string Bundle => Directory.CreateDirectory(Path.Combine(Folder, "bundle")).FullName;

    public CommandEngine Engine { get; init; } = new(TimeProvider.System);

    public static Table Rows => Sample.Of(ModelTask.Regression, 3).Rows;

    /// <summary>A model whose training writes one file and whose scores are 1, 2 and 3.</summary>
    /// <param name="clock">Measures the time limits; by default the system's.</param>
    public static Shell Sound(TimeProvider? clock = null) => new Shell { Engine = new(clock ?? TimeProvider.System) }.Train("echo model > \"$2/model\"").Score("printf 'prediction\\n1\\n2\\n3\\n' > \"$3\"");

    /// <param name="script">With <c>$1</c> the data and <c>$2</c> the output.</param>
    public Shell Train(string script) => Command("train", script, "{data}", "{output}");

    /// <param name="script">With <c>$1</c> the model, <c>$2</c> the data and <c>$3</c> the output.</param>
    public Shell Score(string script) => Command("score", script, "{model}", "{data}", "{output}");

    /// <param name="script">With <c>$1</c> the model.</param>
    public Shell Serve(string script) => Command("serve", script, "{model}");

    public Shell With(string parameter, object value)
    {
        Parameters[parameter] = value;
        return this;
    }

    public TrainingRequest Request()
    {
        var sample = Sample.Of(ModelTask.Regression, 3);
        return new(sample.Signature, sample.Rows, sample.Labels, "program", new(Parameters), Seed: 7) { Folder = Folder, Label = "price" };
    }

    public ITrainedModel Train(CancellationToken cancellation = default) => Engine.Train(Request(), cancellation);

    public string TrainingFault() => Should.Throw<TrainingException>(() => Train(TestContext.Current.CancellationToken)).Message;

    public string ScoringFault()
    {
        using var model = Train(TestContext.Current.CancellationToken);
        return Should.Throw<InvalidDataException>(() => model.Scorer.Score(Rows, TestContext.Current.CancellationToken)).Message;
    }

    public void Dispose() => _folder.Dispose();

    private Shell Command(string name, string script, params string[] arguments)
    {
        string[] command = ["/bin/sh", "-c", script, "sh", .. arguments];
        for (var i = 0; i < command.Length; i++)
            Parameters[$"{name}.{i}"] = command[i];
        return this;
    }
}
