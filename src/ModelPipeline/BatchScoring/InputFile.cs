using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.BatchScoring;

/// <summary>The file that is scored.</summary>
internal static class InputFile
{
    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file's text. However long it is, it is never held as a whole.</summary>
    public static Stream Uncompressed(string path, FileStream file) => IsCompressed(path) ? new GunzipStream(file, long.MaxValue) : file;

    /// <summary>Reads the header, and where the first record starts; faults are reported.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static (string[]? Header, long Offset, long LinesBefore) ReadHeader(string path, FaultList faults, CancellationToken cancellation)
    {
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            using var records = new CsvRecords(path, Uncompressed(path, file), faults);
            var header = records.ReadHeader();
            return header is not null && records.Next(cancellation) ? (header, records.Offset, records.Line - 1) : (null, 0, 0);
        }
        catch (CsvHelper.CsvFormatException)
        {
            faults.Add($"{path} has a record of more than {CsvRecords.MaxRecordMebibytes} MiB: is a closing quote missing?");
        }
        catch (InvalidDataException fault)
        {
            faults.Add($"{path} {fault.Message}");
        }

        return (null, 0, 0);
    }
}
