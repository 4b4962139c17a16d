using System.Globalization;
using DiffPeer;

if (args is ["--memory", var old, var @new])
{
    Memory.MeasureHere(old, @new);
    return 0;
}

const int Rows = 2_000_000;
foreach (var shape in Shape.InOrder)
{
    using var files = new Files(shape, Rows);
    Print($"{Rows:N0} rows, {shape.Name}");
    var contest = new Contest(files)
        .Against("ReadLine and Split", ReadLineLoop.Changed)
        .Against("ReadLine, Split where lines differ", ReadLineLoop.ChangedEqualFirst)
        .Against("CsvHelper, strings and numbers", CsvHelperLoop.Changed)
        .Against("CsvHelper, bytes", CsvHelperLoop.ChangedBytes);
    foreach (var line in contest.Lines())
        Console.WriteLine(line);
    if (shape == Shape.Usual && args is [var python])
        Console.WriteLine(Pandas.Line(python, files));
}

using (var files = new Files(Shape.OutOfOrder, Rows))
{
    Print($"{Rows:N0} rows, {Shape.OutOfOrder.Name}");
    foreach (var line in new Contest(files).Against("ReadLine, Split and a dictionary", ReadLineLoop.ChangedByKey).Lines())
        Console.WriteLine(line);
    if (args is [var python])
        Console.WriteLine(Pandas.Line(python, files));
}

foreach (var shape in new[] { Shape.Usual, Shape.OutOfOrder })
{
    foreach (var rows in new[] { 1_000_000, 5_000_000 })
    {
        using var files = new Files(shape, rows);
        var (heap, workingSet) = Memory.Of(files);
        Print($"peak memory, {rows:N0} rows, {shape.Name}: managed heap {heap:0.0} MiB, working set {workingSet:0.0} MiB");
    }
}

return 0;

static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
