using System.Diagnostics;
using System.Globalization;

namespace XGBoostPeer;

/// <summary>Both sides in turn, and the lines that say how they compare.</summary>
internal sealed class Comparison(Recipe recipe, string folder, string python)
{
    private const int Rounds = 5;

    public IEnumerable<string> Lines()
    {
        var ours = new Ours(recipe, folder);
        using var peer = new Peer(python, folder);
        var (our, their) = (ours.Run(), peer.Run());
        var ourSeconds = new List<double>();
        var theirSeconds = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            ourSeconds.Add(ours.Run().Seconds);
            theirSeconds.Add(peer.Run().Seconds);
        }

        yield return string.Create(CultureInfo.InvariantCulture, $"diamonds, {recipe.Rounds} rounds of depth {recipe.MaxDepth}, learning rate {recipe.LearningRate}, ordinal categories; threads: {recipe.Threads} in training, {recipe.ScoringThreads} in scoring");
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"test RMSE",-26} ours {our.TestLoss,12:0.000}  Python {their.TestLoss,12:0.000}  relative difference {(our.TestLoss - their.TestLoss) / their.TestLoss:0.0e+0}{(Math.Abs(our.TestLoss - their.TestLoss) > 1e-3 * their.TestLoss ? "  BEYOND 1e-3" : "")}");
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"test R²",-26} ours {our.Quality,12:0.00000}  Python {their.Quality,12:0.00000}");
        yield return Time("CSV to model, warm", Median(ourSeconds), Median(theirSeconds));
        var (ourProcess, theirProcess) = WholeProcesses();
        yield return Time("whole process", ourProcess, theirProcess);
        var rate = ours.Throughput();
        foreach (var (way, theirRate) in peer.Throughput())
            yield return string.Create(CultureInfo.InvariantCulture, $"  {"scoring, " + way,-26} ours {rate / 1e6,10:0.00} M/s  Python {theirRate / 1e6,10:0.00} M/s  ratio {rate / theirRate:0.00}{(rate < theirRate ? "  SLOWER" : "")}");
        yield return string.Create(CultureInfo.InvariantCulture, $"  {"scoring, one row a call",-26} ours {ours.OneRowThroughput(),10:0} /s");
    }

    private (double Ours, double Theirs) WholeProcesses()
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var our = Once(Environment.ProcessPath!, ["--once", folder]);
            var their = Once(python, [Peer.Script, folder, "--once"]);
            if (round == 0)
                continue;
            ours.Add(our);
            theirs.Add(their);
        }

        return (Median(ours), Median(theirs));
    }

    private static double Once(string program, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{program} exited with {process.ExitCode}; its message is above.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Time(string what, double ours, double theirs) => string.Create(
        CultureInfo.InvariantCulture,
        $"  {what,-26} ours {ours * 1000,9:0.0} ms  Python {theirs * 1000,9:0.0} ms  ratio {ours / theirs:0.00}{(ours > theirs ? "  SLOWER" : "")}");
}
