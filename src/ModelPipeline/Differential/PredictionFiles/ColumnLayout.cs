using ModelPipeline.Data;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>The columns of two files: which identify a row, which are compared, which only one of them has.</summary>
internal sealed class ColumnLayout
{
    private ColumnLayout(string[] oldHeader, string[] newHeader, IReadOnlyList<string> key)
    {
        Key = key;
        Compared = [.. oldHeader.Intersect(newHeader, StringComparer.Ordinal).Except(key, StringComparer.Ordinal)];
        OnlyInOld = [.. oldHeader.Except(newHeader, StringComparer.Ordinal)];
        OnlyInNew = [.. newHeader.Except(oldHeader, StringComparer.Ordinal)];
        IsSame = oldHeader.SequenceEqual(newHeader, StringComparer.Ordinal);
        string[] columns = [.. key, .. Compared];
        Old = FieldMap.Of(oldHeader, columns, key.Count);
        New = FieldMap.Of(newHeader, columns, key.Count);
    }

    public IReadOnlyList<string> Key { get; }

    public IReadOnlyList<string> Compared { get; }

    public IReadOnlyList<string> OnlyInOld { get; }

    public IReadOnlyList<string> OnlyInNew { get; }

    /// <summary>Whether records of the same bytes are rows of the same cells.</summary>
    public bool IsSame { get; }

    public FieldMap Old { get; }

    public FieldMap New { get; }

    /// <summary>Lays out the columns of two files that were just opened.</summary>
    /// <exception cref="DataException">A header is at fault or lacks a column of the key; all faults at once.</exception>
    public static ColumnLayout Of(PredictionFile old, PredictionFile @new, IReadOnlyList<string> key, FaultList faults)
    {
        foreach (var file in new[] { old, @new }.Where(file => file.Header.Length > 0))
        {
            foreach (var name in key.Except(file.Header, StringComparer.Ordinal))
                faults.Add($"{file.Name}:1: {NearestName.Unknown("column", name, file.Header)}");
        }

        faults.ThrowIfAny();
        return new ColumnLayout(old.Header, @new.Header, key);
    }

    public Row NewRow() => new(Key.Count + Compared.Count);
}
