using System.Text.Json;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images.Auditing;

/// <summary>Judges an image's configuration.</summary>
internal static class ConfigAudit
{
    /// <summary>The faults, a sentence each.</summary>
    public static IEnumerable<string> FaultsOf(JsonElement root, IReadOnlyList<AuditedBlob> layers, BuiltImage expected)
    {
        var config = root.GetProperty("config");
        if (root.GetProperty("os").GetString() != "linux" || root.GetProperty("architecture").GetString() != "amd64")
            yield return "The image is not for linux/amd64.";
        if (!Texts(root.GetProperty("rootfs").GetProperty("diff_ids")).SequenceEqual(layers.Select(layer => layer.DiffId?.ToString())))
            yield return "The image's configuration names other layers than its manifest.";
        if (!IsNobody(config.GetProperty("User").GetString()))
            yield return "The image runs as root, or as a user without a number.";
        if (!config.GetProperty("ExposedPorts").TryGetProperty(ImageRules.Port, out _))
            yield return $"The image does not expose the port {ImageRules.Port}.";
        if (!Texts(config.GetProperty("Entrypoint")).SequenceEqual(ImageRules.EntryPoint))
            yield return $"The image does not start with {ImageRules.EntryPoint[0]}.";
        if (!Texts(config.GetProperty("Healthcheck").GetProperty("Test")).SequenceEqual(ImageRules.HealthCheck))
            yield return "The image's health check is not the service's.";

        var bundle = Digest.Parse(config.GetProperty("Labels").GetProperty(ImageRules.BundleLabel).GetString() ?? "");
        if (!expected.Reference.EndsWith(":" + bundle.Short, StringComparison.Ordinal))
            yield return $"The image's tag is not that of its bundle, {bundle.Short}.";
        if (!Texts(config.GetProperty("Env")).Contains($"{ImageRules.BundleVariable}={bundle}"))
            yield return $"The image's variable {ImageRules.BundleVariable} is not its bundle's digest.";
    }

    private static bool IsNobody(string? user) => user?.Split(':') is [var id, ..] && uint.TryParse(id, out var number) && number > 0;

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
