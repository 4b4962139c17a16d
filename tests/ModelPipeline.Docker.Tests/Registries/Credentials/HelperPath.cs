namespace ModelPipeline.Docker.Tests.Registries.Credentials;

/// <summary>A folder on this process's path, for programs of tests.</summary>
internal static class HelperPath
{
    private static readonly Lazy<DirectoryInfo> Folder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");
        Environment.SetEnvironmentVariable("PATH", folder.FullName + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        return folder;
    });

    public static void Write(string name, string script)
    {
        var path = Path.Combine(Folder.Value.FullName, name);
        File.WriteAllText(path, script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
