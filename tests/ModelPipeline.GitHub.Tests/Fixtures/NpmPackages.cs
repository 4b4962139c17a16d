using System.Text.Json.Nodes;

namespace ModelPipeline.GitHub.Tests.Fixtures;

/// <summary>The npm packages that stand in for GitHub, in the versions of <c>OpenApi/package.json</c>, in a folder of NODE_PATH.</summary>
internal static class NpmPackages
{
    private const string Pins = "tests/ModelPipeline.GitHub.Tests/OpenApi/package.json";

    /// <summary>A package's folder. Where it is absent the test is skipped; on CI it fails.</summary>
    /// <param name="package">The package's name.</param>
    public static string FolderOf(string package)
    {
        var version = Read(Repository.Path(Pins))["dependencies"]![package]!.GetValue<string>();
        if (Places().Select(place => Path.Combine(place, package)).FirstOrDefault(folder => VersionIn(folder) == version) is { } found)
            return found;
        var reason = $"The npm package {package} {version} is in no folder of NODE_PATH: copy {Pins} to an empty folder, run npm install there and set NODE_PATH to its node_modules.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
        return "";
    }

    private static string[] Places() =>
        (Environment.GetEnvironmentVariable("NODE_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? VersionIn(string folder)
    {
        var file = Path.Combine(folder, "package.json");
        return File.Exists(file) ? Read(file)["version"]?.GetValue<string>() : null;
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(file))!;
}
