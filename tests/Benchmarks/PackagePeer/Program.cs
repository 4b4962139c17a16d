using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using ModelPipeline.Docker.Engine;
using ModelPipeline.Docker.Images;
using ModelPipeline.Packaging;
using ModelPipeline.Training;
using PackagePeer;

// Package against the docker CLI with a warm cache: a new model in an image whose other layers are there already. Also the image's size, a build in which
// nothing changed, and the time from a container's start to the first answer. Needs a Docker engine (DOCKER_HOST or the usual socket) and the docker CLI.
//   dotnet run -c Release --project tests/Benchmarks/PackagePeer [-- rounds]
var rounds = args is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 5;
var folder = Directory.CreateTempSubdirectory("package-peer-").FullName;
try
{
    await MeasureAsync();
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task MeasureAsync()
{
    var images = new OciImageBuilder();
    var bundle = Path.Combine(folder, "bundle");
    ZipFile.ExtractToDirectory("models/churn/releases/1.0.0/bundle.zip", bundle);
    var (image, cold) = await TimeAsync(() => images.BuildAsync(Request(bundle), new Progress<string>(), CancellationToken.None));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"image: {image.CompressedBytes / 1e6:0.0} MB compressed, base included (target 25): {string.Join(", ", image.Layers.Select(layer => $"{layer.Name} {layer.CompressedBytes / 1e6:0.00}"))}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first build, nothing cached: {cold:0} ms"));

    var unchanged = new List<double>();
    for (var round = 0; round < rounds + 1; round++)
        unchanged.Add((await TimeAsync(() => images.BuildAsync(Request(bundle), new Progress<string>(), CancellationToken.None))).Milliseconds);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"nothing changed: {Median(unchanged.Skip(1)):0.0} ms (target 50)"));

    var docker = new DockerBuild(Path.Combine(folder, "docker"));
    docker.Prepare(image, layer => Blob(image, layer));
    docker.Run(bundle);
    try
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds + 1; round++)
        {
            var changed = Changed(bundle, round);
            ours.Add((await TimeAsync(() => images.BuildAsync(Request(changed), new Progress<string>(), CancellationToken.None))).Milliseconds);
            var watch = Stopwatch.StartNew();
            docker.Run(changed);
            theirs.Add(watch.Elapsed.TotalMilliseconds);
        }

        var (mine, other) = (Median(ours.Skip(1)), Median(theirs.Skip(1)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"new model: {mine:0} ms (target 300), docker build {other:0} ms, {other / mine:0.0} times faster (target 10)"));
    }
    finally
    {
        DockerBuild.Docker("image", "rm", "--force", DockerBuild.Tag);
    }

    var starts = new List<double>();
    image = await images.BuildAsync(Request(bundle), new Progress<string>(), CancellationToken.None);
    for (var round = 0; round < rounds + 1; round++)
        starts.Add(await FirstAnswerAsync(image));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first answer after the container's start: {Median(starts.Skip(1)):0} ms (target 500)"));
}

ImageRequest Request(string bundle) => new()
{
    Name = "churn",
    Bundle = ModelBundle.Open(bundle),
    Description = "Which customers will leave next month.",
    NativeLibraries = [],
    Base = "scratch",
    LockFile = Path.Combine(folder, "image.lock"),
    Archive = Path.Combine(folder, "image.tar"),
    Cache = Path.Combine(folder, "cache"),
};

string Changed(string bundle, int round)
{
    var changed = Path.Combine(folder, $"changed-{round}");
    Directory.CreateDirectory(changed);
    foreach (var file in Directory.EnumerateFiles(bundle))
        File.Copy(file, Path.Combine(changed, Path.GetFileName(file)));
    File.WriteAllText(Path.Combine(changed, "changed.txt"), $"{round}");
    return changed;
}

string Blob(BuiltImage image, ImageLayer layer)
{
    var path = Path.Combine(folder, $"{layer.Name}.blob");
    using var archive = File.OpenRead(image.Archive);
    using var tar = new TarReader(archive);
    while (tar.GetNextEntry() is { } entry)
        if (entry.Name == $"blobs/sha256/{layer.Digest.Hex}")
            entry.ExtractToFile(path, overwrite: true);
    return path;
}

async Task<double> FirstAnswerAsync(BuiltImage image)
{
    var containers = new DockerContainerRuntime(TimeProvider.System);
    await using var container = await containers.StartAsync(image, new ContainerLimits(256 << 20, 1), CancellationToken.None);
    using var http = new HttpClient { BaseAddress = container.Address };
    while (true)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("readyz", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
                return TimeProvider.System.GetElapsedTime(container.Started).TotalMilliseconds;
        }
        catch (HttpRequestException)
        {
            await Task.Delay(1);
        }
    }
}

static async Task<(BuiltImage Image, double Milliseconds)> TimeAsync(Func<Task<BuiltImage>> build)
{
    var watch = Stopwatch.StartNew();
    var image = await build();
    return (image, watch.Elapsed.TotalMilliseconds);
}

static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;
