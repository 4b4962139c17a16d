using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using ModelPipeline.Docker.Images;
using ServingPeer;

// Ten times as many callers as the service can bear: how many good answers are left of its capacity, what the others get, and how long /livez takes meanwhile.
// The service on core 0, wrk on core 1; a body has 1 row or 500. Needs wrk and taskset.
//   dotnet run -c Release --project tests/Benchmarks/Overload [-- seconds]
var seconds = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("overload-").FullName;
try
{
    var bundle = Path.Combine(folder, "bundle");
    ZipFile.ExtractToDirectory("models/churn/releases/1.0.0/bundle.zip", bundle);
    var lines = File.ReadLines(Path.Combine(bundle, "golden.csv")).Select(line => line.Split(',')[..^1]).ToList();
    using var service = await Server.StartAsync(
        "scoring service", port => [new OciImageBuilder(TimeProvider.System).Payload.Executable, "serve", "--bundle", bundle, "--address", $"http://127.0.0.1:{port}"]);
    foreach (var rows in new[] { 1, 500 })
    {
        var script = Path.Combine(folder, $"{rows}.lua");
        File.WriteAllText(script, Script(lines, rows));
        Run(service, script, 16, seconds); // warm-up
        var capacity = Run(service, script, 16, seconds);
        using var stop = new CancellationTokenSource();
        var live = Task.Run(() => LiveAsync(service, stop.Token));
        foreach (var connections in new[] { 160, 1600 })
        {
            var found = Run(service, script, connections, seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows} rows, {connections} connections: {found.Good:0} good answers/s of {capacity.Good:0} with 16 ({found.Good / capacity.Good:0.00}, target 0.90); 429 {found.TooMany:0}/s, 503 {found.Unavailable:0}/s, others {found.Others:0}/s, {found.SocketErrors}"));
        }

        await stop.CancelAsync();
        var times = await live;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows} rows: /livez meanwhile {times.Count} times, median {times.Order().ElementAt(times.Count / 2):0} ms, at most {times.Max():0} ms"));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Script(List<string[]> lines, int rows)
{
    var body = new StringBuilder(string.Join(',', lines[0])).Append("\\n");
    for (var row = 0; row < rows; row++)
        body.Append(string.Join(',', lines[1 + (row % (lines.Count - 1))])).Append("\\n");
    return $$"""
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "text/csv"
        wrk.body = "{{body}}"
        good, many, unavailable, others = 0, 0, 0, 0
        local worker
        function setup(thread) worker = thread end
        function response(status)
          if status == 200 then good = good + 1 elseif status == 429 then many = many + 1 elseif status == 503 then unavailable = unavailable + 1 else others = others + 1 end
        end
        function done(summary)
          local e, s = summary.errors, summary.duration / 1e6
          print(string.format("FOUND %f %f %f %f connect %d, read %d, write %d, timeout %d", worker:get("good") / s, worker:get("many") / s, worker:get("unavailable") / s, worker:get("others") / s, e.connect, e.read, e.write, e.timeout))
        end
        """;
}

static Found Run(Server server, string script, int connections, int seconds)
{
    string[] arguments = ["-c", "1", "wrk", "-t1", $"-c{connections}", $"-d{seconds}s", "--timeout", "10s", "-s", script, $"http://127.0.0.1:{server.Port}/invocations"];
    using var wrk = Process.Start(new ProcessStartInfo("taskset", arguments) { RedirectStandardOutput = true })!;
    var said = wrk.StandardOutput.ReadToEnd();
    wrk.WaitForExit();
    var words = said.Split('\n').Single(line => line.StartsWith("FOUND ", StringComparison.Ordinal)).Split(' ', 6);
    double Number(int word) => double.Parse(words[word], CultureInfo.InvariantCulture);
    return new(Number(1), Number(2), Number(3), Number(4), $"socket errors: {words[5]}");
}

static async Task<List<double>> LiveAsync(Server server, CancellationToken stop)
{
    using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
    var times = new List<double>();
    while (!stop.IsCancellationRequested)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{server.Port}/livez"), CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        times.Add(watch.Elapsed.TotalMilliseconds);
        await Task.Delay(50, CancellationToken.None);
    }

    return times;
}

/// <summary>What callers got, a second.</summary>
internal sealed record Found(double Good, double TooMany, double Unavailable, double Others, string SocketErrors);
