using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>
/// A bundle's <c>training-rows.txt</c>: hashes of the training rows (features and label) as the engine saw them, so that another step can tell whether rows
/// were among them. Of many rows only those with the least hashes are kept, an even sample. Rows compare where the features are the same, in the same order.
/// Source: A. Broder, On the resemblance and containment of documents, 1997.
/// </summary>
internal sealed class TrainingRows
{
    public const string FileName = "training-rows.txt";

    /// <summary>How many hashes at most.</summary>
    public const int Most = 2048;

    private const int HexDigits = 16;

    private readonly ulong[] _least;

    private TrainingRows(ulong[] least) => _least = least;

    /// <summary>The least hashes, ascending, each once.</summary>
    public IReadOnlyList<ulong> Hashes => _least;

    /// <summary>Up to which hash every training row's is among <see cref="Hashes"/>.</summary>
    private ulong Reach => _least.Length < Most ? ulong.MaxValue : _least[^1];

    /// <summary>The sketch of the rows that a model is trained on.</summary>
    /// <param name="features">The model's inputs.</param>
    /// <param name="labels">Their true answers.</param>
    public static TrainingRows Of(Table features, Labels labels)
    {
        ulong[] least = [.. HashesOf(features, labels).Distinct().Order().Take(Most)];
        return new(least);
    }

    /// <summary>How many of some rows can be looked up, and how many of those are training rows.</summary>
    /// <param name="features">The model's inputs.</param>
    /// <param name="labels">Their true answers.</param>
    public (int LookedUp, int Seen) Count(Table features, Labels labels)
    {
        var known = _least.ToHashSet();
        var within = HashesOf(features, labels).Where(hash => hash <= Reach).ToList();
        return (within.Count, within.Count(known.Contains));
    }

    /// <summary>How many of some rows are training rows. Where these are at hand, no row needs a sketch.</summary>
    /// <param name="training">The training rows.</param>
    /// <param name="features">The model's inputs.</param>
    /// <param name="labels">Their true answers.</param>
    public static int CountSeen((Table Features, Labels Labels) training, Table features, Labels labels)
    {
        var known = HashesOf(training.Features, training.Labels).ToHashSet();
        return HashesOf(features, labels).Count(known.Contains);
    }

    public void Write(string folder) => File.WriteAllText(
        Path.Combine(folder, FileName), string.Concat(_least.Select(hash => hash.ToString($"x{HexDigits}", CultureInfo.InvariantCulture) + "\n")));

    /// <summary>Reads the file of a bundle.</summary>
    /// <exception cref="InvalidDataException">It is not there or not as it should be.</exception>
    public static TrainingRows Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (new FileInfo(path).Length > Most * (HexDigits + 2))
                throw new InvalidDataException("it is too large");
            var hashes = File.ReadLines(path).Select(line => ulong.Parse(line, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToArray();
            return hashes.Length is > 0 and <= Most && hashes.SequenceEqual(hashes.Distinct().Order())
                ? new(hashes)
                : throw new InvalidDataException($"it is no ascending list of 1 to {Most} hashes");
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or OverflowException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {fault.Message}", fault);
        }
    }

    private static ulong[] HashesOf(Table features, Labels labels) =>
        KeyHash.Of([.. features.Columns, labels.AsColumn("")], features.Rows, seed: 0);
}
