using System.Globalization;
using Evaluate;
using ModelPipeline.Specs;

// How long a candidate and a champion take to evaluate: dotnet run -c Release --project tests/Benchmarks/Evaluate [rows]
var count = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 1_000_000;
foreach (var task in (ModelTask[])[ModelTask.BinaryClassification, ModelTask.Regression, ModelTask.MulticlassClassification])
    foreach (var line in new Timing(Generated.Rows(task, count)).Lines())
        Console.WriteLine(line);
