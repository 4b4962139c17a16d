using System.Globalization;
using ModelPipeline.BatchScoring;

namespace ModelPipeline.Command.Files;

/// <summary>
/// A private folder: the program's files and the model's as in a bundle, the file of parameters, and a folder for each process. The first that a process makes removes those of owners that have ended.
/// </summary>
internal sealed class ProgramFolder : IDisposable
{
    private const string Prefix = "modelpipeline-command-";

    private static bool _hasLooked;

    private readonly string _root;
    private readonly FileStream _claim;
    private readonly IReadOnlyList<string> _program;
    private long _runs;

    /// <param name="program">The names of the program's files.</param>
    /// <param name="files">A folder that has the files and stays as it is; by default they are written to a folder of its own.</param>
    /// <exception cref="InputException">There is no folder for temporary files that can be written.</exception>
    public ProgramFolder(IReadOnlyList<string> program, string? files = null)
    {
        _program = program;
        try
        {
            _root = RealPath.Of(Directory.CreateTempSubdirectory(Prefix).FullName); // as /proc tells where processes work
            _claim = AbandonedFolders.Claim(_root);
            if (!Interlocked.Exchange(ref _hasLooked, true))
                AbandonedFolders.Remove(_root, Prefix);
            Files = files ?? Directory.CreateDirectory(Path.Combine(_root, "files")).FullName;
            if (files is null)
                Directory.CreateDirectory(Model);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unusable(fault);
        }
    }

    /// <summary>Holds the files as a bundle has them.</summary>
    public string Files { get; }

    public string Model => Path.Combine(Files, ModelFiles.Folder);

    public string Parameters => Path.Combine(_root, "parameters.json");

    /// <summary>A new folder for a process, with the program's files.</summary>
    public RunFolder NewRun()
    {
        var number = Interlocked.Increment(ref _runs);
        var run = new RunFolder(Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"run-{number}")));
        try
        {
            foreach (var name in _program)
                ProgramFiles.CopyFile(Path.Combine(Files, name), Path.Combine(run.Program, name));
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _claim.Dispose();
        FolderRemoval.TryRemove(_root);
    }

    /// <summary>The folder for temporary files is not there, is full, or may not be written.</summary>
    public static InputException Unusable(Exception fault) =>
        new($"Engine 'command' needs a folder for temporary files with room for the model, and cannot use {QuotedText.Of(Path.GetTempPath())}: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Name another in the variable TMPDIR.", fault);
}
