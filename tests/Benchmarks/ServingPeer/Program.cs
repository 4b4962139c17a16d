using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using ModelPipeline.Docker.Images;
using ServingPeer;

// The scoring service against an empty Kestrel endpoint and against FastAPI with uvicorn and scikit-learn: each server on core 0, wrk on core 1,
// one row a request, the three in turn. Needs wrk, taskset and Debian's python3-fastapi, python3-uvicorn, python3-sklearn.
//   dotnet run -c Release --project tests/Benchmarks/ServingPeer [-- connections seconds rounds]
if (args is [EmptyEndpoint.Verb, var emptyPort])
{
    await EmptyEndpoint.RunAsync(emptyPort);
    return;
}

int[] numbers = [.. args.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
var connections = numbers is [var given, ..] ? given : 16;
var seconds = numbers is [_, var long_, ..] ? long_ : 4;
var rounds = numbers is [_, _, var many] ? many : 5;

var folder = Directory.CreateTempSubdirectory("serving-peer-").FullName;
try
{
    await CompareAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task CompareAsync()
{
    var bundle = Path.Combine(folder, "bundle");
    ZipFile.ExtractToDirectory("models/churn/releases/1.0.0/bundle.zip", bundle);
    var golden = File.ReadLines(Path.Combine(bundle, "golden.csv")).Take(2).Select(line => line.Split(',')).ToList();
    using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bundle, "bundle.json")));
    var inputs = manifest.RootElement.GetProperty("signature").GetProperty("inputs").EnumerateArray()
        .Select(input => (Name: input.GetProperty("name").GetString()!, IsNumber: input.GetProperty("type").GetString() == "numeric")).ToList();
    var values = inputs.Select(input => (input.IsNumber, Text: golden[1][Array.IndexOf(golden[0], input.Name)]));
    var names = string.Join(',', inputs.Select(input => $"\"{input.Name}\""));
    var row = string.Join(',', values.Select(value => value.IsNumber ? value.Text : $"\"{value.Text}\""));
    var body = "{\"dataframe_split\":{\"columns\":[" + names + "],\"data\":[[" + row + "]]}}";
    var script = Path.Combine(folder, "post.lua");
    File.WriteAllText(script, $"wrk.method = \"POST\"\nwrk.headers[\"Content-Type\"] = \"application/json\"\nwrk.body = [==[{body}]==]\n");

    var python = Environment.GetEnvironmentVariable("PYTHON") ?? "/usr/bin/python3";
    string Columns(bool numeric) => string.Join(',', inputs.Where(input => input.IsNumber == numeric).Select(input => input.Name));
    using var ours = await Server.StartAsync("scoring service", port => [new OciImageBuilder().Payload.Executable, "serve", "--bundle", bundle, "--address", $"http://127.0.0.1:{port}"]);
    using var empty = await Server.StartAsync("empty Kestrel endpoint", port => [Environment.ProcessPath!, EmptyEndpoint.Verb, $"{port}"]);
    using var fastApi = await Server.StartAsync(
        "FastAPI, uvicorn, scikit-learn", port => [python, Path.Combine(AppContext.BaseDirectory, "peer.py"), "models/churn/data/churn.csv", $"{port}", Columns(true), Columns(false), "churn"]);
    Server[] servers = [ours, empty, fastApi];
    var wrk = new Wrk(script);
    foreach (var server in servers)
        await wrk.RunAsync(server, connections, seconds); // warm-up
    var figures = servers.ToDictionary(server => server, _ => new List<Figures>());
    for (var round = 0; round < rounds; round++)
        foreach (var server in servers)
            figures[server].Add(await wrk.RunAsync(server, connections, seconds));

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{connections} connections, {rounds} rounds of {seconds} s, one core each side, medians"));
    foreach (var server in servers)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{server.Name,-32} {Median(figures[server], found => found.Rate),9:0} requests/s   p99 {Median(figures[server], found => found.P99Ms):0.00} ms"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"against the empty endpoint: {Median(figures[ours], found => found.Rate) / Median(figures[empty], found => found.Rate):0.00} of its requests/s (target 0.80)"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"against FastAPI: {Median(figures[ours], found => found.Rate) / Median(figures[fastApi], found => found.Rate):0.0} times its requests/s (target 10), p99 {Median(figures[ours], found => found.P99Ms) / Median(figures[fastApi], found => found.P99Ms):0.000} of its (target 1)"));
}

static double Median(List<Figures> figures, Func<Figures, double> figure) => figures.Select(figure).Order().ElementAt(figures.Count / 2);
