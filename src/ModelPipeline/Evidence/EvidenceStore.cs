using System.Text.Json;
using ModelPipeline.Storage;

namespace ModelPipeline.Evidence;

/// <summary>The evidence files of one model: one JSON file per step.</summary>
/// <param name="folder">Their folder.</param>
public sealed class EvidenceStore(string folder)
{
    private const long LargestFile = 64 * 1024 * 1024;

    /// <summary>Where a step's evidence is.</summary>
    /// <param name="step">The step's name.</param>
    public string PathOf(string step) => Path.Combine(folder, step + ".json");

    /// <summary>Writes a step's evidence in place of the last.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Write(StepEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        AtomicFile.Write(PathOf(evidence.Step), EvidenceJson.Write(evidence));
    }

    /// <summary>Reads a step's last evidence; <see langword="null"/> where there is none.</summary>
    /// <param name="step">The step's name.</param>
    /// <exception cref="InvalidDataException">The file is no evidence of this step.</exception>
    public StepEvidence? Read(string step)
    {
        var path = PathOf(step);
        if (!File.Exists(path))
            return null;
        if (new FileInfo(path).Length > LargestFile)
            throw new InvalidDataException($"{path} is larger than {LargestFile >> 20} MB: that is no evidence. Delete it and run the step again.");
        try
        {
            var evidence = EvidenceJson.Read(File.ReadAllBytes(path));
            if (evidence.Schema != StepEvidence.Format || evidence.Step != step)
                throw new InvalidDataException($"{path} is of schema '{evidence.Schema}' and step '{evidence.Step}', expected '{StepEvidence.Format}' and '{step}'. Delete it and run the step again.");
            return evidence;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            throw new InvalidDataException($"{path} is no evidence: {fault.Message} Delete it and run the step again.", fault);
        }
    }
}
