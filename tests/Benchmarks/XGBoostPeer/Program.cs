using XGBoostPeer;

var recipe = new Recipe();
if (args is ["--once", var given])
{
    new Ours(recipe, given).TrainAndSave().Dispose();
    return 0;
}

if (!Directory.Exists("models"))
{
    Console.Error.WriteLine("Run this in the repository's root: dotnet run -c Release --project tests/Benchmarks/XGBoostPeer [python]");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("xgboost-peer-").FullName;
Split.Write(recipe, folder);
foreach (var line in new Comparison(recipe, folder, args.FirstOrDefault() ?? "python3").Lines())
    Console.WriteLine(line);
Directory.Delete(folder, recursive: true);
return 0;
