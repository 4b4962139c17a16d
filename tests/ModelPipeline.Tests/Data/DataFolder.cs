using System.IO.Compression;
using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Data;

/// <summary>A temporary folder of data files.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("model-pipeline-data-");

    public string Path => _folder.FullName;

    public DataFolder With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public DataFolder With(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return this;
    }

    public Dataset Read(DataSpec spec, ModelTask task = ModelTask.BinaryClassification) =>
        DatasetReader.Read(spec, task, Path, null, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Reads one file's content as a table with key <c>id</c> and label <c>y</c>.</summary>
    public static Dataset ReadText(string content, DataSpec? spec = null, ModelTask task = ModelTask.BinaryClassification)
    {
        using var folder = new DataFolder().With("data.csv", content);
        return folder.Read(spec ?? Given.Spec(), task);
    }

    public static IReadOnlyList<string> FaultsOf(string content, DataSpec? spec = null, ModelTask task = ModelTask.BinaryClassification) =>
        Should.Throw<DataException>(() => ReadText(content, spec, task)).Faults;

    public static byte[] Gzip(string content) => Gzip(Encoding.UTF8.GetBytes(content));

    public static byte[] Gzip(byte[] content, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level))
            gzip.Write(content);
        return compressed.ToArray();
    }
}
