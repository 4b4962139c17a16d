using ModelPipeline.Data.Reading;
using ModelPipeline.Specs;

namespace ModelPipeline.Data;

/// <summary>The digest of data files that are not read otherwise, or why there is none.</summary>
/// <param name="Digest">As <see cref="Dataset.Digest"/>.</param>
/// <param name="Fault">What is wrong with the files.</param>
internal sealed record DataFingerprint(Digest? Digest, string? Fault)
{
    public static DataFingerprint Of(DataSpec data, string folder, string? replacement)
    {
        try
        {
            var files = replacement is null ? DataFiles.Find(data.Path, folder) : DataFiles.Find(replacement, "");
            return new DataFingerprint(DatasetReader.DigestOf([.. files.Select(file => ModelPipeline.Digest.OfFile(file.Path))]), null);
        }
        catch (DataException fault)
        {
            return new DataFingerprint(null, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new DataFingerprint(null, $"The data cannot be read: {fault.Message}");
        }
    }
}
