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
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(StepEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        AtomicFile.Write(PathOf(evidence.Step), EvidenceJson.Write(evidence));
    }

    /// <summary>Reads a step's last evidence; <see langword="null"/> where there is none.</summary>
    /// <param name="step">The step's name.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, or is no evidence of this step, or its status is not that of its checks.</exception>
    public StepEvidence? Read(string step)
    {
        var path = PathOf(step);
        if (!File.Exists(path))
            return null;
        try
        {
            if (new FileInfo(path).Length > LargestFile)
                throw new InvalidDataException($"It is larger than {LargestFile >> 20} MB.");
            return Parse(File.ReadAllBytes(path), step);
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} is no evidence of {step}: {QuotedText.Escape(fault.Message, 400)} Run the step again.", fault);
        }
    }

    /// <summary>Reads a step's evidence from its bytes.</summary>
    /// <param name="json">The bytes of the file.</param>
    /// <param name="step">The step's name.</param>
    /// <exception cref="JsonException">They are no evidence.</exception>
    /// <exception cref="InvalidDataException">They are no evidence of this step, or its status is not that of its checks.</exception>
    internal static StepEvidence Parse(ReadOnlySpan<byte> json, string step) => Checked(EvidenceJson.Read(json), step);

    /// <summary>Removes a step's evidence, if there is any.</summary>
    /// <param name="step">The step's name.</param>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be removed.</exception>
    internal void Remove(string step)
    {
        if (File.Exists(PathOf(step)))
            File.Delete(PathOf(step));
    }

    private static StepEvidence Checked(StepEvidence evidence, string step)
    {
        if (evidence.Schema != StepEvidence.Format)
            throw new InvalidDataException($"Its schema is '{evidence.Schema}', expected '{StepEvidence.Format}'.");
        if (evidence.Step != step)
            throw new InvalidDataException($"It is of the step '{evidence.Step}'.");
        if (StepEvidence.Worst(evidence.Checks) is var worst && evidence.Status != worst)
            throw new InvalidDataException($"Its status is '{StatusNames.Of(evidence.Status)}', that of its checks '{StatusNames.Of(worst)}'.");
        return evidence;
    }
}
