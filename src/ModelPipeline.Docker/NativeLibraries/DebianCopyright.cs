namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>The licence of a Debian package, where its copyright file has the form that machines read (https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/).</summary>
internal static class DebianCopyright
{
    private const string Format = "Format:", Files = "Files:", License = "License:";

    /// <summary>What SPDX calls the licences that Debian has other names for.</summary>
    private static readonly Dictionary<string, string> Spdx = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Apache-2"] = "Apache-2.0",
        ["Expat"] = "MIT",
        ["GPL-2"] = "GPL-2.0-only",
        ["GPL-2+"] = "GPL-2.0-or-later",
        ["GPL-3"] = "GPL-3.0-only",
        ["GPL-3+"] = "GPL-3.0-or-later",
        ["LGPL-2.1"] = "LGPL-2.1-only",
        ["LGPL-2.1+"] = "LGPL-2.1-or-later",
        ["LGPL-3"] = "LGPL-3.0-only",
        ["LGPL-3+"] = "LGPL-3.0-or-later",
    };

    /// <summary>The licence of most of a package's files: that of <c>Files: *</c>.</summary>
    /// <param name="file">The package's copyright file.</param>
    /// <returns>Its name; <see langword="null"/> where the file is not there, or is free text.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string? LicenseOf(string file)
    {
        if (!File.Exists(file))
            return null;
        string[] lines = [.. File.ReadLines(file)];
        if (!lines.FirstOrDefault("").StartsWith(Format, StringComparison.Ordinal))
            return null;
        var start = Array.FindIndex(lines, line => line.StartsWith(Files, StringComparison.Ordinal) && line[Files.Length..].Trim() == "*");
        var name = start < 0 ? null : lines.Skip(start).TakeWhile(line => line.Length > 0).FirstOrDefault(line => line.StartsWith(License, StringComparison.Ordinal))?[License.Length..].Trim();
        return string.IsNullOrEmpty(name) ? null : Spdx.GetValueOrDefault(name, name);
    }
}
