// Lets `dotnet cake` start the pipeline. The host in build/ does the work: this script builds it, hands every
// argument over as it was typed (so --tree, --description and --dryrun are the host's too), and ends with its exit code.
using System.Diagnostics;
using System.Linq;

var project = Context.Environment.WorkingDirectory.CombineWithFilePath("build/Build.csproj").FullPath;
var typed = System.Environment.GetCommandLineArgs().Skip(1).ToList();
typed.Remove("build.cake");

int Start(params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false });
    process.WaitForExit();
    return process.ExitCode;
}

// Ctrl+C reaches the host too: it stops cleanly, and this script waits for it.
Console.CancelKeyPress += (_, interrupt) => interrupt.Cancel = true;
System.Environment.Exit(Start(["run", "--project", project, "--", .. typed]));
