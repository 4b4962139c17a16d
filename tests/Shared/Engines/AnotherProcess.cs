using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ModelPipeline.Specs;

namespace Shared.Engines;

/// <summary>The test project's program, started again to do one job with the same engine: what it shares with this process is the files.</summary>
internal static class AnotherProcess
{
    /// <summary>The program's first argument where it is to do a job.</summary>
    public const string Verb = "engine-job";

    /// <summary>What the samples are scored on.</summary>
    public static Sample Unseen(ModelTask task) => Sample.Of(task, 100, seed: 2);

    /// <summary>Loads a model and scores <see cref="Unseen"/>.</summary>
    /// <returns>The scores' values.</returns>
    public static double[] Score(EngineUnderTest engine, ModelTask task, string folder)
    {
        var output = Run(engine, "score", task, folder);
        return MemoryMarshal.Cast<byte, double>(Convert.FromHexString(output)).ToArray();
    }

    /// <summary>Trains on the sample of a task and saves the model: with one processor, in another culture and another time zone.</summary>
    public static void Train(EngineUnderTest engine, ModelTask task, string folder) => Run(engine, "train", task, folder);

    /// <summary>Loads a model and scores many rows in blocks.</summary>
    /// <returns>By how many bytes managed memory grew from the first tenth to the end.</returns>
    public static long Stream(EngineUnderTest engine, ModelTask task, string folder) =>
        long.Parse(Run(engine, "stream", task, folder), CultureInfo.InvariantCulture);

    /// <summary>Does a job, in the other process.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunJob(string[] job)
    {
        var engine = (EngineUnderTest)Activator.CreateInstance(Type.GetType(job[0], throwOnError: true)!)!;
        var (task, folder) = (Enum.Parse<ModelTask>(job[2]), job[3]);
        var answer = job[1] switch
        {
            "score" => ScoreHere(engine, task, folder),
            "train" => TrainHere(engine, task, folder),
            "stream" => StreamHere(engine, task, folder),
            _ => throw new ArgumentException($"There is no job '{job[1]}'.", nameof(job)),
        };
        await Console.Out.WriteAsync(answer);
        return 0;
    }

    private static string ScoreHere(EngineUnderTest engine, ModelTask task, string folder)
    {
        using var scorer = engine.Engine.Load(folder, Sample.Of(task, engine.TrainingRows).Signature);
        return Convert.ToHexString(MemoryMarshal.AsBytes(scorer.Score(Unseen(task).Rows, CancellationToken.None).Values));
    }

    private static string TrainHere(EngineUnderTest engine, ModelTask task, string folder)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NegativeSign = "−" };
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = culture;
        using var model = engine.Engine.Train(engine.RequestOf(Sample.Of(task, engine.TrainingRows)), CancellationToken.None);
        model.Save(folder);
        return "";
    }

    private static string StreamHere(EngineUnderTest engine, ModelTask task, string folder)
    {
        using var scorer = engine.Engine.Load(folder, Sample.Of(task, engine.TrainingRows).Signature);
        var block = Sample.Of(task, engine.BlockRows, seed: 2).Rows;
        var expected = scorer.Score(block, CancellationToken.None).Values.ToArray();
        var (blocks, atFirst) = (engine.ManyRows / engine.BlockRows, 0L);
        for (var i = 0; i < blocks; i++)
        {
            if (!scorer.Score(block, CancellationToken.None).Values.SequenceEqual(expected))
                throw new InvalidDataException($"Block {i} has other scores than the first, of the same rows.");
            if (i == blocks / 10)
                atFirst = GC.GetTotalMemory(forceFullCollection: true);
        }

        return (GC.GetTotalMemory(forceFullCollection: true) - atFirst).ToString(CultureInfo.InvariantCulture);
    }

    private static string Run(EngineUnderTest engine, string job, ModelTask task, string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(AnotherProcess).Assembly.GetName().Name!) + (OperatingSystem.IsWindows() ? ".exe" : "");
        var start = new ProcessStartInfo(program, [Verb, engine.GetType().AssemblyQualifiedName!, job, task.ToString(), folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (job == "train")
        {
            foreach (var (name, value) in new[] { ("DOTNET_PROCESSOR_COUNT", "1"), ("OMP_NUM_THREADS", "1"), ("TZ", "Pacific/Chatham"), ("LC_ALL", "de_DE.UTF-8") })
                start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"the job '{job}' of another process failed: {errors.Result}");
        return output;
    }
}
