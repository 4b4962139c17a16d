using System.Globalization;

namespace ModelPipeline.Command.Files;

/// <summary>
/// A private folder: the program's files and the model's as in a bundle, the file of parameters, and a folder for each process. The first that a process makes removes those of owners that have ended.
/// </summary>
internal sealed class ProgramFolder : IDisposable
{
    private const string Prefix = "modelpipeline-command-";

    private static bool _hasLooked;

    private readonly string _root = Directory.CreateTempSubdirectory(Prefix).FullName;
    private readonly FileStream _claim;
    private readonly IReadOnlyList<string> _program;
    private long _runs;

    /// <param name="program">The names of the program's files.</param>
    public ProgramFolder(IReadOnlyList<string> program)
    {
        _program = program;
        _claim = AbandonedFolders.Claim(_root);
        if (!Interlocked.Exchange(ref _hasLooked, true))
            AbandonedFolders.Remove(_root, Prefix);
        Directory.CreateDirectory(Model);
    }

    /// <summary>Holds the files as a bundle has them.</summary>
    public string Files => Path.Combine(_root, "files");

    public string Model => Path.Combine(Files, ModelFiles.Folder);

    public string Parameters => Path.Combine(_root, "parameters.json");

    /// <summary>A new folder for a process, with the program's files.</summary>
    public RunFolder NewRun()
    {
        var number = Interlocked.Increment(ref _runs);
        var run = new RunFolder(Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"run-{number}")));
        foreach (var name in _program)
            ProgramFiles.CopyFile(Path.Combine(Files, name), Path.Combine(run.Program, name));
        return run;
    }

    public void Dispose()
    {
        _claim.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
