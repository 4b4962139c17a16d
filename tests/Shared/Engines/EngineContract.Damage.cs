using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    /// <summary>The files of a bundle that the pipeline writes beside the engine's.</summary>
    private static readonly string[] FilesOfThePipeline = ["bundle.json", "golden.csv", "training-rows.txt"];

    /// <summary>Ways to damage the bytes of a file; <see langword="null"/> removes it.</summary>
    private static readonly Dictionary<string, Func<byte[], byte[]?>> Damages = new()
    {
        ["missing"] = _ => null,
        ["empty"] = _ => [],
        ["half of it"] = bytes => bytes[..(bytes.Length / 2)],
        ["nine tenths of it"] = bytes => bytes[..(bytes.Length * 9 / 10)],
        ["its first byte missing"] = bytes => bytes[1..],
        ["random bytes"] = bytes => RandomBytes(bytes.Length),
        ["zeros"] = bytes => new byte[bytes.Length],
        ["null"] = _ => "null"u8.ToArray(),
        ["an empty object"] = _ => "{}"u8.ToArray(),
        ["an empty list"] = _ => "[]"u8.ToArray(),
        ["deep brackets"] = _ => [.. Enumerable.Repeat((byte)'[', 100_000)],
    };

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_damaged_file_is_refused(ModelTask task)
    {
        using var folder = Saved(task);

        foreach (var file in folder.Files.Select(file => Path.GetRelativePath(folder.Path, file)))
            foreach (var (name, damage) in Damages)
                if (!Subject.IsOpaque(file) || name == "missing")
                    ShouldBeRefused(task, folder.CopyWith(file, damage), $"{file}: {name}");
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_wild_value_in_a_file_is_refused_or_scores_soundly(ModelTask task)
    {
        Assert.SkipWhen(Engine.MayAbort, "a damaged model may end the process: EngineCatalog loads it in a worker first");
        using var folder = Saved(task);

        foreach (var file in folder.Files.Where(file => Path.GetExtension(file) == ".json").Select(file => Path.GetRelativePath(folder.Path, file)))
        {
            foreach (var (where, json) in WildJson.Of(File.ReadAllText(Path.Combine(folder.Path, file))))
            {
                using var copy = folder.CopyWith(file, _ => json);
                try
                {
                    using var scorer = Engine.Load(copy.Path, SampleOf(task).Signature);
                    ShouldBeSound(task, scorer.Score(SampleOf(task).Rows.Select([0, 1, 2]), Cancellation));
                }
                catch (InvalidDataException)
                {
                    // Refused, as it should be.
                }
                catch (Exception fault)
                {
                    Assert.Fail($"{file}, {where}: {fault.GetType().Name}: {fault.Message}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_model_of_another_signature_is_refused(ModelTask task)
    {
        using var folder = Saved(task);

        foreach (var (name, signature) in OtherSignatures(SampleOf(task).Signature))
            Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, signature).Dispose(), name);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_files_of_another_engine_are_refused(ModelTask task)
    {
        using var folder = new EngineFolder();
        var signature = SampleOf(task).Signature;

        Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, signature).Dispose(), "an empty folder");
        File.WriteAllText(Path.Combine(folder.Path, "another.json"), JsonSerializer.Serialize(new { format = "another", weights = new[] { 1.0 } }));
        Should.Throw<InvalidDataException>(() => Engine.Load(folder.Path, signature).Dispose(), "another engine's file");
        Should.Throw<InvalidDataException>(() => Engine.Load(Path.Combine(folder.Path, "absent"), signature).Dispose(), "no folder");
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Files_of_the_pipeline_beside_the_engines_change_nothing(ModelTask task)
    {
        using var folder = Saved(task);
        var signature = SampleOf(task).Signature;
        using var alone = Engine.Load(folder.Path, signature);

        foreach (var name in FilesOfThePipeline)
        {
            var path = Path.Combine(folder.Path, name);
            File.Exists(path).ShouldBeFalse($"the name {name} is the pipeline's");
            File.WriteAllText(path, "{}");
        }

        using var bundle = Engine.Load(folder.Path, signature);
        Score(bundle, SampleOf(task).Rows).ShouldBe(Score(alone, SampleOf(task).Rows));
    }

    private EngineFolder Saved(ModelTask task)
    {
        var folder = new EngineFolder();
        using var model = Train(task);
        model.Save(folder.Path);
        return folder;
    }

    /// <summary>By its loading; a program that the engine starts may be the one to refuse it, when it scores.</summary>
    private void ShouldBeRefused(ModelTask task, EngineFolder damaged, string damage)
    {
        using (damaged)
        {
            Should.Throw<InvalidDataException>(
                () =>
                {
                    using var scorer = Engine.Load(damaged.Path, SampleOf(task).Signature);
                    if (Engine.StartsPrograms)
                        scorer.Score(SampleOf(task).Rows.Select([0]), Cancellation);
                },
                damage);
        }
    }

    private static IEnumerable<(string Name, ModelSignature Signature)> OtherSignatures(ModelSignature signature)
    {
        var inputs = signature.Inputs;
        yield return ("one input more", signature with { Inputs = [.. inputs, new("extra", ColumnType.Numeric, [])] });
        yield return ("one input less", signature with { Inputs = [.. inputs.SkipLast(1)] });
        yield return ("no input", signature with { Inputs = [] });
        yield return ("another order", signature with { Inputs = [.. inputs.Reverse()] });
        yield return ("another name", signature with { Inputs = [inputs[0] with { Name = "stronger" }, .. inputs.Skip(1)] });
        yield return ("a number that is a category", signature with { Inputs = [new(inputs[0].Name, ColumnType.Categorical, ["a", "b"]), .. inputs.Skip(1)] });
        yield return ("a category that is a number", signature with { Inputs = [.. inputs.SkipLast(1), new(inputs[^1].Name, ColumnType.Numeric, [])] });
        foreach (var task in Enum.GetValues<ModelTask>().Where(task => task != signature.Task))
            yield return ($"the task {task}", OfClasses(signature with { Task = task }, task == ModelTask.Regression ? [] : ["a", "b"]));
        if (signature.Task == ModelTask.Regression)
            yield break;
        yield return ("other classes", OfClasses(signature, [.. signature.Classes.Select(name => name + "?")]));
        yield return ("another order of the classes", OfClasses(signature, [.. signature.Classes.Reverse()]));
        if (signature.Task == ModelTask.MulticlassClassification)
            yield return ("one class more", OfClasses(signature, [.. signature.Classes, "zzz"]));
    }

    private static ModelSignature OfClasses(ModelSignature signature, string[] classes) =>
        signature with { Classes = classes, Outputs = ModelSignature.OutputsOf(signature.Task, classes) };

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(5).NextBytes(bytes);
        return bytes;
    }
}
