namespace ModelPipeline.Data.Reading;

/// <summary>One data file: its records and its digest.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly HashingStream _bytes;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public CsvFile(DataFile file, FaultList faults)
    {
        _bytes = new HashingStream(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan));
        Records = new CsvRecords(file.Name, file.IsCompressed ? new GunzipStream(_bytes, DatasetReader.MaxDecompressedBytes) : _bytes, faults);
    }

    /// <summary>Its records.</summary>
    public CsvRecords Records { get; }

    /// <summary>The digest of the file's bytes.</summary>
    public Digest Finish() => _bytes.Finish();

    public void Dispose()
    {
        Records.Dispose();
        _bytes.Dispose();
    }
}
