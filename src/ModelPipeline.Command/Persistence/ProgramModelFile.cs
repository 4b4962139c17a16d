using System.Text.Json;
using ModelPipeline.Command.Exchange;
using ModelPipeline.Command.Files;
using ModelPipeline.Command.Parameters;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Command.Persistence;

/// <summary>Writes and reads the files of a bundle: <c>command.json</c>, the program's files and those of the model.</summary>
internal static class ProgramModelFile
{
    public const string FileName = "command.json";

    private const string Schema = "modelpipeline/command/v1";
    private const long MostBytes = 64L << 20;

    private static readonly ProgramModelJson Json = new(JsonForm.With(new TrainerParametersConverter()));

    /// <exception cref="IOException">They cannot be written, or a command changed them.</exception>
    public static void Write(ProgramModel model, string folder)
    {
        if (Copy(model.Files, model.Folder.Files, folder) is { } changed)
            throw new IOException($"The model's file {QuotedText.Of(changed)} is not what the train command wrote: a command that scores must not change it.");
        var document = new ProgramModelDocument(
            Schema, model.Label, model.Parameters.Seed, model.Parameters.Written, Digest.OfFile(model.Folder.Parameters).ToString(), model.Files);
        File.WriteAllBytes(Path.Combine(folder, FileName), [.. JsonSerializer.SerializeToUtf8Bytes(document, Json.ProgramModelDocument), (byte)'\n']);
    }

    /// <summary>Copies a bundle's model to a private folder.</summary>
    /// <exception cref="InvalidDataException">The bundle's files are not such a model, or do not fit the signature.</exception>
    public static ProgramModel Load(string folder, ModelSignature signature)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var document = Read(path);
            var faults = Faults(document).ToList();
            if (faults.Count > 0)
                throw new InvalidDataException(string.Join("; ", faults));
            var parameters = new ProgramParameters(document.Parameters, document.Seed);
            var told = ParametersJson.Write(signature, document.Label, parameters.Values, document.Seed);
            if (Digest.Of(told).ToString() != document.Told)
                throw new InvalidDataException("the model was trained for another signature: other inputs, categories, classes or outputs");
            return new ProgramModel(Unpack(folder, document, parameters, told), parameters, document.Label, document.Files);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidDataException($"'{path}' is not a model of engine '{CommandEngine.EngineName}' that can be used: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}.", fault);
        }
    }

    /// <summary>The digests of files by name.</summary>
    public static SortedDictionary<string, string> DigestsOf(IEnumerable<string> names, string folder) =>
        new(names.ToDictionary(name => name, name => Digest.OfFile(Path.Combine(folder, name)).ToString()), StringComparer.Ordinal);

    private static ProgramModelDocument Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new InvalidDataException($"it has more than {MostBytes >> 20} MB");
        var document = JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.ProgramModelDocument);
        return document?.Schema == Schema ? document : throw new InvalidDataException($"its schema is not '{Schema}'");
    }

    private static IEnumerable<string> Faults(ProgramModelDocument document)
    {
        foreach (var fault in ParameterFaults.Of(document.Parameters))
            yield return fault;
        foreach (var name in document.Files.Keys)
            if (ProgramFileName.Fault(name) is { } fault)
                yield return $"it names the file {QuotedText.Of(name)}: {fault}";
        var program = document.Parameters.List(ProgramTrainer.Files).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] model = [.. document.Files.Keys.Where(name => name.StartsWith(ModelFiles.Folder + "/", StringComparison.Ordinal))];
        if (model.Length == 0 || !program.SetEquals(document.Files.Keys.Except(model)))
            yield return "its files are not those of the program and a model";
    }

    private static ProgramFolder Unpack(string source, ProgramModelDocument document, ProgramParameters parameters, byte[] told)
    {
        var folder = new ProgramFolder(parameters.Files);
        try
        {
            File.WriteAllBytes(folder.Parameters, told);
            return Copy(document.Files, source, folder.Files) is { } damaged
                ? throw new InvalidDataException($"the file {QuotedText.Of(damaged)} is a link, or not the one that was written with the model")
                : folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Copies files and compares the copies' digests.</summary>
    /// <returns>The first file that is a link or has another digest; <see langword="null"/> where there is none.</returns>
    private static string? Copy(SortedDictionary<string, string> files, string source, string target)
    {
        foreach (var (name, digest) in files)
        {
            if (ProgramFiles.IsLinked(name, source))
                return name;
            ProgramFiles.CopyFile(Path.Combine(source, name), Path.Combine(target, name));
            if (Digest.OfFile(Path.Combine(target, name)).ToString() != digest)
                return name;
        }

        return null;
    }
}
