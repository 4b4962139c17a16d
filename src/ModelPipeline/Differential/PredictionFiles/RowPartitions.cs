using System.Buffers.Binary;
using System.Globalization;
using ModelPipeline.Data;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Finds the pairs among rows that are out of order, in memory that does not grow with their number: through temporary files, removed at the end.</summary>
internal sealed class RowPartitions(ColumnLayout layout, PredictionDiffOptions options, CancellationToken cancellation) : IDisposable
{
    private byte[] _buffer = new byte[256];
    private PartitionWriter? _writer;

    /// <summary>Adds a row. All of the old file must come before those of the new one.</summary>
    /// <exception cref="IOException">A temporary file cannot be written.</exception>
    public void Add(RowSide side, Row row)
    {
        _writer ??= Begin();
        _writer.Add(StoredRow.Write(row, side, layout.Key.Count, ref _buffer));
    }

    /// <summary>Hands the pairs, and what has no pair, to the recorder.</summary>
    /// <exception cref="DataException">More rows have one key than fit into memory.</exception>
    public void Join(DiffRecorder recorder, IProgress<string> progress)
    {
        if (_writer is null)
            return;
        var partitions = _writer.Finish();
        var table = new PartitionTable(layout, recorder, options.PartitionBytes);
        foreach (var (done, partition) in partitions.Index())
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"rows out of order: {100 * done / partitions.Count}% paired"));
            Join(partition, table, depth: 0);
        }
    }

    public void Dispose()
    {
        if (_writer is null)
            return;
        try
        {
            _writer.Dispose();
        }
        finally
        {
            Directory.Delete(options.TemporaryFolder, recursive: true);
        }
    }

    private PartitionWriter Begin()
    {
        if (Directory.Exists(options.TemporaryFolder))
            Directory.Delete(options.TemporaryFolder, recursive: true); // of a run that was killed
        Directory.CreateDirectory(options.TemporaryFolder);
        return new PartitionWriter(Path.Combine(options.TemporaryFolder, "rows"), depth: 0);
    }

    private void Join(Partition partition, PartitionTable table, int depth)
    {
        cancellation.ThrowIfCancellationRequested();
        if (table.Holds(partition))
        {
            table.Join(partition);
        }
        else
        {
            if (depth == PartitionWriter.MaxDepth)
                throw new DataException([string.Create(CultureInfo.InvariantCulture,
                    $"rows of one key, or a single row, take more than {options.PartitionBytes >> 20} MiB: name the columns that identify a row, here {Shown.Values([.. layout.Key])}")]);
            foreach (var part in Spread(partition, depth + 1))
                Join(part, table, depth + 1);
        }

        File.Delete(partition.Path);
    }

    private IReadOnlyList<Partition> Spread(Partition partition, int depth)
    {
        using var writer = new PartitionWriter(partition.Path, depth);
        using var file = File.OpenRead(partition.Path);
        for (var row = 0L; row < partition.Rows; row++)
        {
            file.ReadExactly(_buffer, 0, sizeof(int));
            var length = BinaryPrimitives.ReadInt32LittleEndian(_buffer);
            if (_buffer.Length < length)
                Array.Resize(ref _buffer, 2 * length);
            file.ReadExactly(_buffer, sizeof(int), length - sizeof(int));
            writer.Add(_buffer.AsSpan(0, length));
            if (row % 65536 == 0)
                cancellation.ThrowIfCancellationRequested();
        }

        return writer.Finish();
    }
}
