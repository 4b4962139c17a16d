using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ModelPipeline.Scoring.Tests.Hosting;
using Restarts;

// Restarts the published service under load and counts what became of the requests.
//   dotnet run -c Release --project tests/Benchmarks/Restarts [-- restarts clients]
int[] numbers = [.. args.Select(text => int.Parse(text, CultureInfo.InvariantCulture))];
var restarts = numbers is [var given, ..] ? given : 100;
var clientCount = numbers is [_, var many] ? many : 8;

var folder = Directory.CreateTempSubdirectory("restarts-").FullName;
try
{
    return await RunAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task<int> RunAsync()
{
    var bundle = Path.Combine(folder, "bundle");
    ZipFile.ExtractToDirectory("models/churn/releases/1.0.0/bundle.zip", bundle);
    var port = FreePort();
    var row = Row(bundle);
    SteadyClient[] clients = [.. Enumerable.Range(0, clientCount).Select(_ => new SteadyClient(port, row))];
    using var stop = new CancellationTokenSource();
    var load = Task.WhenAll(clients.Select(client => Task.Run(() => client.RunAsync(stop.Token))));
    var (begun, failed) = (0, 0);
    for (var i = 0; i < restarts; i++)
    {
        using var service = await Service.StartAsync(bundle, port);
        var before = clients.Sum(client => client.Scored);
        while (clients.Sum(client => client.Scored) < before + 100 && !load.IsFaulted)
            await Task.Delay(5);
        var (code, requests) = await service.StopAsync();
        begun += requests;
        failed += code == 0 ? 0 : 1;
    }

    await stop.CancelAsync();
    await load;
    int Sum(Func<SteadyClient, int> count) => clients.Sum(count);
    var (closed, lost) = (Sum(client => client.Closed), Sum(client => client.Lost));
    Print($"{restarts} restarts under {clientCount} clients, {failed} with an exit code other than 0");
    Print($"answered 200: {Sum(client => client.Scored)}, answered 503 with the connection closed: {Sum(client => client.TurnedAway)}");
    Print($"refused: {Sum(client => client.Refused)} connections that could not be opened, {Sum(client => client.Reset)} reset at their first request");
    Print($"closed by the service at their first request, which it had not begun: {closed}");
    Print($"lost on connections that had had answers before: {lost}");
    Print($"requests that the service began, by its access log: {begun}; without an answer: {begun - Sum(client => client.Answered)}");
    return failed == 0 && closed == 0 && lost == 0 && begun == Sum(client => client.Answered) ? 0 : 1;
}

static string Row(string bundle)
{
    using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(bundle, "bundle.json")));
    var golden = File.ReadLines(Path.Combine(bundle, "golden.csv")).Take(2).Select(line => line.Split(',')).ToList();
    var columns = manifest.RootElement.GetProperty("signature").GetProperty("inputs").EnumerateArray().Select(input => Array.IndexOf(golden[0], input.GetProperty("name").GetString())).ToList();
    return string.Concat(golden.Select(line => string.Join(',', columns.Select(column => line[column])) + "\n"));
}

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
