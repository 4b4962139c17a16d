// Scoring by the engine mlnet beside a hand-written loop over a PredictionEngine of the same model:
// dotnet run -c Release -p:UseNuGetPackages=true --project tests/Benchmarks/MLNetPeer [rows]
#if MLNET
using System.Globalization;
using MLNetPeer;

var rows = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 100_000;
foreach (var trainer in (string[])["lbfgs-logistic-regression", "fast-tree"])
    foreach (var line in new Contest(trainer, rows).Lines())
        Console.WriteLine(line);
#else
Console.WriteLine("This program compares Microsoft.ML with itself: build it with -p:UseNuGetPackages=true.");
#endif
