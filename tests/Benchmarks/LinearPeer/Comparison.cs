using System.Diagnostics;
using System.Globalization;
using ModelPipeline.Specs;

namespace LinearPeer;

/// <summary>Both sides in turn on one sample, and the lines that say how they compare.</summary>
internal sealed class Comparison(Sample sample, string folder, string python)
{
    private const int Rounds = 5;

    public IEnumerable<string> Lines()
    {
        var ours = new Ours(sample, folder);
        using var peer = new Peer(python, folder);
        var (our, their) = (ours.Run(), peer.Run());
        var ourSeconds = new List<double>();
        var theirSeconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            ourSeconds.Add(ours.Run().Seconds);
            theirSeconds.Add(peer.Run().Seconds);
        }

        var estimator = sample.ModelTask == ModelTask.Regression ? "Ridge" : $"LogisticRegression({sample.Solver})";
        yield return $"{sample.Name}, {sample.Rows} training rows, scikit-learn's {estimator}";
        yield return Loss("objective", our.Objective, their.Objective);
        yield return Loss("train loss", our.TrainLoss, their.TrainLoss);
        yield return Loss("test loss", our.TestLoss, their.TestLoss);
        yield return Loss("test quality", our.Quality, their.Quality);
        yield return Time("CSV to model, warm", Median(ourSeconds), Median(theirSeconds));
        yield return Time("whole process", Once(Environment.ProcessPath!, ["--once", sample.Name, folder]), Once(python, [Peer.Script, folder, "--once"]));
    }

    private static double Once(string program, string[] arguments)
    {
        var seconds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(program, arguments);
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"{program} exited with {process.ExitCode}; its message is above.");
            if (round > 0)
                seconds.Add(watch.Elapsed.TotalSeconds);
        }

        return Median(seconds);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Loss(string what, double ours, double theirs) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {what,-20} ours {ours,16:G10}  scikit-learn {theirs,16:G10}  relative difference {(ours - theirs) / theirs,9:0.0e+0}{(Math.Abs(ours - theirs) > 1e-3 * theirs ? "  BEYOND 1e-3" : "")}");

    private static string Time(string what, double ours, double theirs) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {what,-20} ours {ours * 1000,13:0.0} ms  scikit-learn {theirs * 1000,13:0.0} ms  ratio {ours / theirs:0.00}{(ours > theirs ? "  SLOWER" : "")}");
}
