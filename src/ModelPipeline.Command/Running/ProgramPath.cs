namespace ModelPipeline.Command.Running;

/// <summary>Finds a program.</summary>
internal static class ProgramPath
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? ["", ".exe"] : [""];

    /// <summary>The file of a program: with a slash relative to the working directory, without one on the path.</summary>
    /// <param name="program">As the command begins.</param>
    /// <param name="directory">The working directory.</param>
    /// <param name="path">The value of <c>PATH</c> that the command sees.</param>
    /// <exception cref="ProgramException">There is none.</exception>
    public static string Find(string program, string directory, string? path) => program.Contains('/')
        ? Existing(Path.Combine(directory, program)) ?? throw new ProgramException($"there is no program {QuotedText.Of(program)}: one with a slash is relative to the program's files")
        : (path ?? "").Split(Path.PathSeparator).Where(Path.IsPathFullyQualified).Select(folder => Existing(Path.Combine(folder, program))).FirstOrDefault(file => file is not null)
            ?? throw new ProgramException(File.Exists(Path.Combine(directory, program))
                ? $"there is no program {QuotedText.Of(program)} on the PATH: to run a file of the program, write {QuotedText.Of("./" + program)}"
                : $"there is no program {QuotedText.Of(program)} on the PATH: install it, or write its whole path");

    private static string? Existing(string file) => Endings.Select(ending => file + ending).FirstOrDefault(candidate => File.Exists(candidate) && IsExecutable(candidate));

    private static bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0;
}
