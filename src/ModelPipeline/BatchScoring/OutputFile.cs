using System.Text.Json;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.BatchScoring;

/// <summary>The output under its temporary name, and beside it a file that says how far it is whole. One process at a time has it.</summary>
internal sealed class OutputFile : IDisposable
{
    public const string PartialSuffix = ".partial";
    public const string CheckpointSuffix = ".partial.json";

    private static readonly CheckpointJsonContext Json = new(JsonForm.With());

    /// <summary>No other process has the file, and it can be renamed and deleted meanwhile: elsewhere than on Windows that is always so.</summary>
    private static readonly FileShare Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    private readonly string _path;
    private readonly FileStream _file;

    /// <exception cref="InputException">Another process writes it.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public OutputFile(string path)
    {
        _path = path;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        try
        {
            _file = new FileStream(path + PartialSuffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, Share, bufferSize: 0);
        }
        catch (IOException fault) when (WorkspaceLock.IsHeldByAnother(fault))
        {
            throw Taken();
        }

        if (File.Exists(path + PartialSuffix))
            return;
        _file.Dispose();
        throw Taken();
    }

    /// <summary>Every file that is written, replaced or deleted for an output.</summary>
    public static IReadOnlyList<string> NamesOf(string path) => [path, path + PartialSuffix, path + CheckpointSuffix, path + CheckpointSuffix + PendingFile.Suffix];

    /// <summary>Goes on where a run of the same batch was stopped.</summary>
    /// <returns>How far it came; <see langword="null"/> where there is nothing to go on with.</returns>
    public Checkpoint? Resume(BatchIdentity batch)
    {
        if (ReadCheckpoint() is not { } checkpoint || checkpoint.Batch != batch || checkpoint.OutputLength > _file.Length)
            return null;
        _file.SetLength(checkpoint.OutputLength);
        _file.Position = checkpoint.OutputLength;
        return checkpoint;
    }

    /// <summary>Begins anew.</summary>
    public void Start(byte[] header)
    {
        File.Delete(_path + CheckpointSuffix);
        _file.SetLength(0);
        _file.Write(header);
    }

    /// <exception cref="IOException">The disk is full, for example.</exception>
    public void Write(ReadOnlySpan<byte> rows) => _file.Write(rows);

    /// <summary>Notes how far the output is whole, once it is on the disk.</summary>
    public void Save(Checkpoint checkpoint)
    {
        _file.Flush(flushToDisk: true);
        AtomicFile.Write(_path + CheckpointSuffix, JsonSerializer.SerializeToUtf8Bytes(checkpoint, Json.Checkpoint));
    }

    /// <summary>Gives the output its name.</summary>
    public void Publish()
    {
        _file.Flush(flushToDisk: true);
        File.Move(_path + PartialSuffix, _path, overwrite: true);
        File.Delete(_path + CheckpointSuffix);
    }

    /// <summary>Removes what was written.</summary>
    public void Discard()
    {
        File.Delete(_path + CheckpointSuffix);
        File.Delete(_path + PartialSuffix);
    }

    public void Dispose() => _file.Dispose();

    private Checkpoint? ReadCheckpoint()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(_path + CheckpointSuffix), Json.Checkpoint);
        }
        catch (Exception fault) when (fault is FileNotFoundException or JsonException)
        {
            return null;
        }
    }

    private InputException Taken() => new($"the output {QuotedText.Of(_path)} is being written by another process: wait for it, or choose another output");
}
