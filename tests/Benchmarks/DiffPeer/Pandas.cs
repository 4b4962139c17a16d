using System.Diagnostics;
using System.Globalization;

namespace DiffPeer;

/// <summary>pandas: <c>read_csv</c> twice, <c>merge</c>, compare; in one warm process, median of 5 after a warm-up.</summary>
internal static class Pandas
{
    private const string Script = """
        import sys, time, statistics, pandas
        def changed(old, new):
            both = pandas.read_csv(old).merge(pandas.read_csv(new), on="id", suffixes=("_old", "_new"), validate="one_to_one")
            return int((((both.score_new - both.score_old).abs() > 0.02) | (both.label_old != both.label_new) | (both.segment_old != both.segment_new)).sum())
        times = []
        for _ in range(6):
            start = time.perf_counter()
            count = changed(*sys.argv[1:])
            times.append(time.perf_counter() - start)
        print(statistics.median(times[1:]), count)
        """;

    /// <summary>The line of figures; what went wrong where there is no pandas.</summary>
    public static string Line(string python, Files files)
    {
        var start = new ProcessStartInfo(python, ["-c", Script, files.Old, files.New]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return process.ExitCode != 0
            ? $"  pandas merge: {errors.Result.Trim().Split('\n')[^1]}"
            : string.Create(CultureInfo.InvariantCulture, $"  {"pandas read_csv and merge",-36} {1000 * double.Parse(output[0], CultureInfo.InvariantCulture),7:0} ms  counts {output[1].Trim()} changed rows");
    }
}
