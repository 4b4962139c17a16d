using System.Diagnostics;
using ModelPipeline.Packaging;

namespace PackagePeer;

/// <summary>The same image by <c>docker build</c>: our layers under the model are added as they are, so that they come from its cache.</summary>
internal sealed class DockerBuild(string folder)
{
    public const string Tag = "modelpipeline-package-peer";

    /// <summary>Writes the Dockerfile and the layers below the model.</summary>
    public void Prepare(BuiltImage image, Func<ImageLayer, string> blob)
    {
        Directory.CreateDirectory(folder);
        var lines = new List<string> { "FROM scratch" };
        foreach (var layer in image.Layers.SkipLast(1))
        {
            File.Copy(blob(layer), Path.Combine(folder, $"{layer.Name}.tar.gz"));
            lines.Add($"ADD {layer.Name}.tar.gz /");
        }

        lines.AddRange(["COPY model /model", "USER 65532:65532", "EXPOSE 8080", "ENTRYPOINT [\"/app/ModelPipeline.Scoring\"]", "CMD [\"serve\"]"]);
        File.WriteAllLines(Path.Combine(folder, "Dockerfile"), lines);
    }

    /// <summary>Builds with another model.</summary>
    public void Run(string bundle)
    {
        var model = Path.Combine(folder, "model");
        if (Directory.Exists(model))
            Directory.Delete(model, recursive: true);
        Directory.CreateDirectory(model);
        foreach (var file in Directory.EnumerateFiles(bundle))
            File.Copy(file, Path.Combine(model, Path.GetFileName(file)));
        Docker("build", "--quiet", "--tag", Tag, folder);
    }

    public static void Docker(params string[] arguments)
    {
        var start = new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var docker = Process.Start(start)!;
        var said = docker.StandardOutput.ReadToEnd() + docker.StandardError.ReadToEnd();
        docker.WaitForExit();
        if (docker.ExitCode != 0)
            throw new InvalidOperationException($"docker {arguments[0]}: {said}");
    }
}
