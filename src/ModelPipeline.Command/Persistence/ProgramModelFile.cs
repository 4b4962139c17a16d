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

    /// <summary>Copies a bundle's model to a private folder; one that cannot be changed, as in a container's image, is used where it is.</summary>
    /// <exception cref="InvalidDataException">The bundle's files are not such a model, or do not fit the signature.</exception>
    /// <exception cref="InputException">There is no room for the copy.</exception>
    public static ProgramModel Load(string folder, ModelSignature signature)
    {
        var (document, parameters, told) = Read(folder, signature);
        return new ProgramModel(Unpack(folder, document, parameters, told), parameters, document.Label, document.Files);
    }

    private static (ProgramModelDocument Document, ProgramParameters Parameters, byte[] Told) Read(string folder, ModelSignature signature)
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
            return (document, parameters, told);
        }
        catch (Exception fault) when (fault is InvalidDataException or JsonException or FormatException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw NoModel(folder, fault.Message, fault);
        }
    }

    private static InvalidDataException NoModel(string folder, string reason, Exception? cause = null) => new(
        $"'{Path.Combine(folder, FileName)}' is not a model of engine '{CommandEngine.EngineName}' that can be used: {QuotedText.Escape(reason, 400).TrimEnd('.')}.", cause);

    /// <summary>The digests of files by name.</summary>
    public static SortedDictionary<string, string> DigestsOf(IEnumerable<string> names, string folder) =>
        new(names.ToDictionary(name => name, name => ProgramFiles.DigestOf(Path.Combine(folder, name)).ToString()), StringComparer.Ordinal);

    private static ProgramModelDocument Read(string path)
    {
        if (new FileInfo(path).Length > MostBytes)
            throw new InvalidDataException($"it has more than {MostBytes >> 20} MB");
        var document = JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.ProgramModelDocument);
        return document?.Schema == Schema ? document : throw new InvalidDataException($"its schema is not '{Schema}'");
    }

    private static IEnumerable<string> Faults(ProgramModelDocument document)
    {
        foreach (var fault in ProgramParameterFaults.Of(document.Parameters))
            yield return fault;
        foreach (var name in document.Files.Keys)
            if (ProgramFileName.Fault(name) is { } fault)
                yield return $"it names the file {QuotedText.Of(name)}: {fault}";
        var program = document.Parameters.List(ProgramTrainer.Files).OfType<string>().ToHashSet(StringComparer.Ordinal);
        string[] model = [.. document.Files.Keys.Where(name => name.StartsWith(ModelFiles.Folder + "/", StringComparison.Ordinal))];
        if (model.Length == 0 || !program.SetEquals(document.Files.Keys.Except(model)))
            yield return "its files are not those of the program and a model";
    }

    /// <summary>Whether this process, and so the program, may not change a bundle.</summary>
    private static bool IsFixed(string folder)
    {
        try
        {
            File.OpenHandle(Path.Combine(folder, FileName), FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static ProgramFolder Unpack(string source, ProgramModelDocument document, ProgramParameters parameters, byte[] told)
    {
        var folder = new ProgramFolder(parameters.Files, IsFixed(source) ? Path.GetFullPath(source) : null);
        try
        {
            File.WriteAllBytes(folder.Parameters, told);
            return Copy(document.Files, Path.GetFullPath(source), folder.Files) is { } damaged
                ? throw NoModel(source, $"the file {QuotedText.Of(damaged)} is missing, a link, or not the one that was written with the model")
                : folder;
        }
        catch (IOException fault)
        {
            folder.Dispose();
            throw ProgramFolder.Unusable(fault);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Copies files, unless they are there, and compares the copies' digests.</summary>
    /// <returns>The first file that is missing, is a link or has another digest; <see langword="null"/> where there is none.</returns>
    private static string? Copy(SortedDictionary<string, string> files, string source, string target)
    {
        foreach (var (name, digest) in files)
        {
            if (ProgramFiles.IsLinked(name, source) || !File.Exists(Path.Combine(source, name)))
                return name;
            var copy = Path.Combine(target, name);
            if (Path.Combine(source, name) is var file && file != copy)
                ProgramFiles.CopyFile(file, copy);
            if (ProgramFiles.DigestOf(copy).ToString() != digest)
                return name;
        }

        return null;
    }
}
