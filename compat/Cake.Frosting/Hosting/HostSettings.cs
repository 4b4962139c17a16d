using System.ComponentModel;
using Cake.Cli;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Spectre.Console.Cli;

namespace Cake.Frosting.Hosting;

internal sealed class HostSettings : CommandSettings
{
    [CommandOption("-t|--target|--Target <TARGET>")]
    [Description("The task to run with all it depends on. May be given more than once.")]
    [DefaultValue("Default")]
    public string[] Targets { get; init; } = [];

    [CommandOption("-w|--working <PATH>")]
    [Description("The working directory.")]
    [TypeConverter(typeof(Cli.DirectoryPathConverter))]
    public DirectoryPath? WorkingDirectory { get; init; }

    [CommandOption("-v|--verbosity <VERBOSITY>")]
    [Description("How much is logged: Quiet, Minimal, Normal, Verbose or Diagnostic, or the first letter of one; else the configuration decides.")]
    [TypeConverter(typeof(VerbosityConverter))]
    public Verbosity? Verbosity { get; init; }

    [CommandOption("--description|--descriptions|--showdescription|--showdescriptions")]
    [Description("Lists the tasks with their descriptions.")]
    public bool Description { get; init; }

    [CommandOption("--tree|--showtree")]
    [Description("Shows which task depends on which.")]
    public bool Tree { get; init; }

    [CommandOption("--dryrun|--noop|--whatif")]
    [Description("Shows what would run, without running it.")]
    public bool DryRun { get; init; }

    [CommandOption("-e|--exclusive")]
    [Description("Runs the targets without what they depend on.")]
    public bool Exclusive { get; init; }

    [CommandOption("--no-report")]
    [Description("Leaves out the report at the end of the run.")]
    public bool NoReport { get; init; }

    [CommandOption("--version|--ver")]
    [Description("Shows the version.")]
    public bool Version { get; init; }

    [CommandOption("--info")]
    [Description("Shows the version and more about Cake.")]
    public bool Info { get; init; }
}
