using ModelPipeline.Training;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the whole file.</summary>
internal sealed class ModelSection(IReadOnlyList<IModelEngine> engines)
{
    public ModelSpec Read(Section root, string fullPath, Digest digest)
    {
        FormatVersion.Judge(root);
        var name = ReadName(root, fullPath);
        var owner = root.Find("owner")?.Text() ?? "";
        var task = root.Find("task")?.Word(Words.Tasks);
        var roles = new ColumnRoles();
        return new ModelSpec
        {
            Path = fullPath,
            Digest = digest,
            Name = name,
            Owner = owner,
            MonitoringOwner = root.Find("monitoring_owner")?.Text() ?? owner,
            Task = task ?? default,
            Description = root.Find("description")?.Text() ?? "",
            Hypotheses = root.List("hypotheses"),
            DependsOn = ReadDependencies(root, name, fullPath),
            Data = DataSection.Read(root.Sub("data"), task, roles),
            Train = new TrainSection(engines).Read(root.Sub("train"), task),
            Evaluate = EvaluateSection.Read(root.Sub("evaluate"), task, roles),
            Differential = DifferentialSection.Read(root.Sub("differential"), task),
            Benchmark = BenchmarkSection.Read(root.Sub("benchmark")),
            Package = PackageSection.Read(root.Sub("package")),
            Load = LoadSection.Read(root.Sub("load")),
            Card = CardSection.Read(root.Sub("card")),
            Release = ReleaseSection.Read(root.Sub("release")),
        };
    }

    private static string ReadName(Section root, string fullPath)
    {
        var value = root.Find("name");
        if (value?.Text() is not { } name)
            return "";

        var folder = Path.GetFileName(Path.GetDirectoryName(fullPath)) ?? "";
        if (!ModelName.IsValid(name))
            value.Fault($"must be {ModelName.Rule}, not {QuotedText.Of(name)}");
        else if (ModelName.WorkspaceFolders.Contains(name))
            value.Fault($"is '{name}', which is the name of a folder of runs' workspace: choose another");
        else if (name != folder)
            value.Fault($"is '{name}', but its folder is {QuotedText.Of(folder)}: they must be equal");
        return name;
    }

    private static IReadOnlyList<string> ReadDependencies(Section root, string name, string fullPath)
    {
        var value = root.Find("depends_on");
        var dependencies = value?.Texts() ?? [];
        if (dependencies.Count == 0)
            return [];

        var siblings = ModelFolders.In(Path.GetDirectoryName(Path.GetDirectoryName(fullPath))).Where(sibling => sibling != name).ToArray();
        foreach (var dependency in dependencies)
        {
            if (dependency.Text == name)
                value!.Fault(dependency.Place, "names this model itself: remove it");
            else if (!siblings.Contains(dependency.Text))
                value!.Fault(dependency.Place, $"must name models beside this one: {NearestName.Unknown("model", dependency.Text, siblings)}");
        }

        return [.. dependencies.Select(dependency => dependency.Text)];
    }
}
