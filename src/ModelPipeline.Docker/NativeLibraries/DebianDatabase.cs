using System.Collections.Concurrent;

namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>Tells which installed Debian package a file came from, out of dpkg's own files.</summary>
/// <param name="root">The machine's root folder.</param>
internal sealed class DebianDatabase(string root = "/")
{
    private readonly ConcurrentDictionary<string, DebianPackage?> _known = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<string, DebianPackage>> _installed = new(() => Installed(Path.Combine(root, "var/lib/dpkg/status")));
    private readonly Lazy<string> _vendor = new(() => VendorOf(Path.Combine(root, "etc/os-release")));

    /// <summary>The name of the distribution in package URLs, for example <c>debian</c>.</summary>
    public string Vendor => _vendor.Value;

    /// <summary>The packages of files, by their paths; a file of none is absent.</summary>
    /// <param name="files">The full paths, links followed.</param>
    /// <exception cref="IOException">The database cannot be read.</exception>
    public IReadOnlyDictionary<string, DebianPackage> PackagesOf(IReadOnlyCollection<string> files)
    {
        var unknown = files.Where(file => !_known.ContainsKey(file)).ToHashSet(StringComparer.Ordinal);
        if (unknown.Count > 0)
            Search(unknown);
        return files.Where(file => _known[file] is not null).Distinct(StringComparer.Ordinal).ToDictionary(file => file, file => _known[file]!, StringComparer.Ordinal);
    }

    /// <summary>The licence of an installed package.</summary>
    /// <returns><see langword="null"/> where it is not known.</returns>
    /// <exception cref="IOException">What the package says of it cannot be read.</exception>
    public string? LicenseOf(DebianPackage package) => DebianCopyright.LicenseOf(Path.Combine(root, "usr/share/doc", package.Name, "copyright"));

    private void Search(HashSet<string> files)
    {
        var owners = files.ToDictionary(file => file, _ => (DebianPackage?)null, StringComparer.Ordinal);
        var byListed = files.SelectMany(file => Listed(file).Select(listed => (listed, file))).ToLookup(item => item.listed, item => item.file, StringComparer.Ordinal);
        var info = Path.Combine(root, "var/lib/dpkg/info");
        foreach (var list in Directory.Exists(info) ? Directory.EnumerateFiles(info, "*.list") : [])
        {
            foreach (var file in File.ReadLines(list).SelectMany(line => byListed[line]))
                owners[file] = _installed.Value.GetValueOrDefault(Path.GetFileNameWithoutExtension(list));
        }

        foreach (var (file, owner) in owners)
            _known[file] = owner;
    }

    /// <summary>What a package's list may call a file: where <c>/lib</c> is a link to <c>/usr/lib</c>, older packages still say <c>/lib</c>.</summary>
    private IEnumerable<string> Listed(string file)
    {
        var path = "/" + Path.GetRelativePath(root, file);
        return path.StartsWith("/usr/", StringComparison.Ordinal) ? [path, path["/usr".Length..]] : [path, "/usr" + path];
    }

    private static Dictionary<string, DebianPackage> Installed(string status)
    {
        var packages = new Dictionary<string, DebianPackage>(StringComparer.Ordinal);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in File.Exists(status) ? File.ReadLines(status).Append("") : [])
        {
            if (line.Length > 0)
            {
                if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
                    fields[line[..colon]] = line[(colon + 2)..];
                continue;
            }

            if (fields.TryGetValue("Package", out var name) && fields.TryGetValue("Version", out var version) && fields.TryGetValue("Architecture", out var architecture))
            {
                // A package that may be installed for two architectures at once has its architecture in its list's name.
                var package = new DebianPackage(name, version, architecture);
                packages[$"{name}:{architecture}"] = package;
                packages.TryAdd(name, package);
            }

            fields.Clear();
        }

        return packages;
    }

    private static string VendorOf(string release) =>
        File.Exists(release) && File.ReadLines(release).FirstOrDefault(line => line.StartsWith("ID=", StringComparison.Ordinal)) is { } line ? line[3..].Trim('"') : "debian";
}
