using System.Globalization;
using ModelPipeline.Specs;

namespace ModelPipeline.Data;

/// <summary>Divides rows into training and test rows, by their keys and never by their order.</summary>
/// <remarks>
/// Each row has the hash of its key and the seed, evenly spread over 64 bits. Rows of equal content (features and label) stay on one side: all of them count
/// with the least of their hashes.
/// <list type="bullet">
/// <item><c>stratified</c>: in each class the rows with the least hashes, as near to the share as whole groups allow, at least one and not all.</item>
/// <item><c>random</c>: the rows whose hash is below the share of 2^64. More rows never move another row, unless they repeat its content.</item>
/// <item><c>time</c>: the newest rows, as near to the share as whole times allow. A row that repeats an earlier row's content counts as that early.</item>
/// <item><c>group</c>: as <c>random</c>, by the hash of the group column's value. Groups that share content count as one.</item>
/// </list>
/// </remarks>
internal static class SplitMaker
{
    /// <summary>Divides the rows.</summary>
    /// <param name="data">The rows and their roles.</param>
    /// <param name="spec">How to divide them.</param>
    /// <exception cref="DataException">A time is missing, a side has no rows, the training rows lack a class, or the test rows have one only.</exception>
    public static Split Make(ModelData data, SplitSpec spec)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(spec);
        var hashes = KeyHash.Of(data.Keys, data.Rows, spec.Seed);
        var sets = Inseparable(data, spec);
        var inTest = spec.Method switch
        {
            SplitMethod.Stratified => StratifiedSplit.TestRows(data, sets.Least(hashes), spec.Test),
            SplitMethod.Random => Array.ConvertAll(sets.Least(hashes), hash => IsBelow(hash, spec.Test)),
            SplitMethod.Time => TimeSplit.TestRows(data, spec.Test),
            SplitMethod.Group => Array.ConvertAll(sets.Least(KeyHash.Of(GroupColumn(data, spec), data.Rows, spec.Seed)), hash => IsBelow(hash, spec.Test)),
            _ => throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Unknown split method {spec.Method}."), nameof(spec)),
        };
        var rows = Enumerable.Range(0, data.Rows).ToArray();
        var train = Array.FindAll(rows, row => !inTest[row]);
        var test = Array.FindAll(rows, row => inTest[row]);
        SplitRule.Check(data, spec, sets, train, test);
        return new Split(train, test)
        {
            TrainDigest = KeyHash.DigestOf(hashes, train),
            TestDigest = KeyHash.DigestOf(hashes, test),
        };
    }

    private static bool IsBelow(ulong hash, double share) => Math.ScaleB(hash, -64) < share;

    /// <summary>The sets of rows that stay on one side.</summary>
    private static RowGroups Inseparable(ModelData data, SplitSpec spec) => spec.Method == SplitMethod.Group
        ? data.Contents.JoinedWith(RowGroups.Of(GroupColumn(data, spec), data.Rows))
        : data.Contents;

    private static Column[] GroupColumn(ModelData data, SplitSpec spec) =>
        [data.Dataset.Table[spec.Group ?? throw new ArgumentException("Split method group needs data.split.group.", nameof(spec))]];
}
