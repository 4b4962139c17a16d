using System.Globalization;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Spreads rows over 64 temporary files by the hash of their key. Rows keep their order within a file.</summary>
internal sealed class PartitionWriter : IDisposable
{
    private const int Bits = 6;
    private const int BufferBytes = 1 << 15;

    private readonly int _shift;
    private readonly FileStream[] _files;
    private readonly long[] _rows = new long[1 << Bits];

    /// <summary>Makes the files.</summary>
    /// <param name="folder">Where; made where it is not there.</param>
    /// <param name="name">What their names begin with.</param>
    /// <param name="depth">How often these rows were spread before, from 0 to <see cref="MaxDepth"/>: decides which bits of the hash are taken.</param>
    /// <exception cref="IOException">A file cannot be made.</exception>
    public PartitionWriter(string folder, string name, int depth)
    {
        _shift = 64 - (Bits * (depth + 1));
        Directory.CreateDirectory(folder);
        _files = new FileStream[1 << Bits];
        for (var i = 0; i < _files.Length; i++)
            _files[i] = new FileStream(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{i:00}")), FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes);
    }

    /// <summary>How often rows can be spread again: the hash has no more bits that the table of a partition does not take.</summary>
    public static int MaxDepth => 5;

    /// <summary>Adds a stored row.</summary>
    public void Add(ReadOnlySpan<byte> stored)
    {
        var i = (int)(RowHash.Of(StoredRow.Key(stored)) >> _shift) & (_files.Length - 1);
        _files[i].Write(stored);
        _rows[i]++;
    }

    /// <summary>Ends the writing.</summary>
    /// <returns>The files that have rows.</returns>
    public IReadOnlyList<Partition> Finish()
    {
        Partition[] partitions = [.. _files.Select((file, i) => new Partition(file.Name, file.Position, _rows[i]))];
        Dispose();
        return [.. partitions.Where(partition => partition.Rows > 0)];
    }

    public void Dispose()
    {
        foreach (var file in _files)
            file?.Dispose();
    }
}
