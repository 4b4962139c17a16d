using LinearPeer;

if (args is ["--once", var name, var folder])
{
    using var model = new Ours(Sample.All.First(sample => sample.Name == name), folder).Train();
    model.Save(folder);
    return 0;
}

if (!Directory.Exists("models"))
{
    Console.Error.WriteLine("Run this in the repository's root: dotnet run -c Release --project tests/Benchmarks/LinearPeer [python]");
    return 2;
}

var python = args.FirstOrDefault() ?? "python3";
foreach (var sample in Sample.All.Append(Sample.All[0] with { Solver = "newton-cholesky" }))
{
    var scratch = Directory.CreateTempSubdirectory("linear-peer-").FullName;
    var written = Split.Write(sample, scratch);
    foreach (var line in new Comparison(written, scratch, python).Lines())
        Console.WriteLine(line);
    Console.WriteLine(Throughput.Line(written, scratch));
    Directory.Delete(scratch, recursive: true);
}

return 0;
