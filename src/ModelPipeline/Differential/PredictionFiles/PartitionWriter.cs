using System.Globalization;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Spreads rows over at most 256 temporary files by the hash of their key. Rows keep their order within a file.</summary>
internal sealed class PartitionWriter : IDisposable
{
    private const int Bits = 8;
    private const int BufferBytes = 1 << 14;

    private readonly int _shift;
    private readonly string _path;
    private readonly FileStream?[] _files = new FileStream?[1 << Bits];
    private readonly long[] _rows = new long[1 << Bits];

    /// <summary>Begins; a file is made when it gets its first row.</summary>
    /// <param name="path">What the files' paths begin with.</param>
    /// <param name="depth">How often these rows were spread before, from 0 to <see cref="MaxDepth"/>: decides which bits of the hash are taken.</param>
    public PartitionWriter(string path, int depth)
    {
        _path = path;
        _shift = 64 - (Bits * (depth + 1));
    }

    /// <summary>How often rows can be spread again: the hash has no more bits that the table of a partition does not take.</summary>
    public static int MaxDepth => 4;

    /// <summary>Adds a stored row.</summary>
    /// <exception cref="IOException">A file cannot be made or written.</exception>
    public void Add(ReadOnlySpan<byte> stored)
    {
        var i = (int)(RowHash.Of(StoredRow.Key(stored)) >> _shift) & (_files.Length - 1);
        var file = _files[i] ??= new FileStream(
            string.Create(CultureInfo.InvariantCulture, $"{_path}-{i:000}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
        file.Write(stored);
        _rows[i]++;
    }

    /// <summary>Ends the writing.</summary>
    /// <returns>The files.</returns>
    public IReadOnlyList<Partition> Finish()
    {
        Partition[] partitions = [.. _files.Index().Where(file => file.Item is not null).Select(file => new Partition(file.Item!.Name, file.Item.Position, _rows[file.Index]))];
        Dispose();
        return partitions;
    }

    public void Dispose()
    {
        foreach (var file in _files)
            file?.Dispose();
    }
}
