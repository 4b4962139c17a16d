using Cake.Core.Diagnostics;
using Cake.Frosting.ModelPipeline.Tasks;
using ModelPipeline;

namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>Finds what is wrong with a command line before Cake sees it.</summary>
internal sealed class CommandLine
{
    private readonly IReadOnlyList<ArgumentDefinition> _known;
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string Value)> _given = [];

    private CommandLine(IEnumerable<ArgumentDefinition> declared) => _known = [.. CakeOptions.All, .. declared];

    /// <summary>Every fault, in the order of the arguments; none where the command line is sound.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<string> arguments, IEnumerable<ArgumentDefinition> declared)
    {
        var line = new CommandLine(declared);
        line.Read([.. arguments.Where(argument => argument != "--")]);
        if (line.Targets(DiffTask.Name))
            line._faults.AddRange(DiffArguments.Faults(name => line.ValuesOf(name).LastOrDefault()));
        if (line.Targets(ScoreTask.Name))
            line._faults.AddRange(ScoreArguments.Faults(name => line.ValuesOf(name).LastOrDefault()));
        string[] targets = [.. line.ValuesOf("target"), .. line.ValuesOf("t")];
        line._faults.AddRange(UrlArgument.Faults(line.ValuesOf(PipelineArguments.Url).LastOrDefault(), targets));
        line._faults.AddRange(RegistryArguments.Faults(line.ValuesOf, targets));
        return line._faults;
    }

    private void Read(string[] arguments)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsOption(arguments[i]))
            {
                _faults.Add($"unexpected '{QuotedText.Escape(arguments[i])}': arguments start with --, for example --model={QuotedText.Escape(arguments[i])}");
                continue;
            }

            var parts = arguments[i].Split('=', 2);
            var inline = parts.Length == 2 ? parts[1] : null;
            var next = inline is null && i + 1 < arguments.Length && !IsOption(arguments[i + 1]) ? arguments[i + 1] : null;
            if (Judge(parts[0], inline, next) && next is not null)
                i++;
        }
    }

    /// <summary>Judges one argument, of which the value stands after <c>=</c> or next; true where it takes the next one.</summary>
    private bool Judge(string written, string? inline, string? next)
    {
        var value = inline ?? next;
        var name = written.TrimStart('-');
        var known = _known.FirstOrDefault(definition => definition.Name.Equals(name, definition.Spelling));
        if (known is not null)
            _given.Add((known.Name, value ?? ""));
        switch (known?.Kind)
        {
            case null when !CakeOptions.IsSetting(name):
                _faults.Add($"unknown argument '{QuotedText.Escape(written)}'" + Suggestion(name));
                return true;
            case ArgumentKind.Flag when inline is not null && !bool.TryParse(inline, out _):
                _faults.Add($"'{QuotedText.Escape(inline)}' is neither true nor false: {known.Written} needs no value");
                return false;
            case ArgumentKind.Flag:
                return bool.TryParse(next, out _);
            case ArgumentKind.Value or ArgumentKind.Values or ArgumentKind.Folder or ArgumentKind.Verbosity when string.IsNullOrWhiteSpace(value):
                _faults.Add($"'{written}' needs a value: {known.Written}=VALUE");
                return true;
            case ArgumentKind.Value or ArgumentKind.Folder or ArgumentKind.Verbosity when !_seen.Add(known.Name):
                _faults.Add($"'{written}' is given twice");
                return true;
            case ArgumentKind.Folder when !Directory.Exists(value):
                _faults.Add($"{known.Written}: there is no folder {QuotedText.Of(value!)}");
                return true;
            case ArgumentKind.Verbosity when !VerbosityParser.TryParse(value, out _):
                _faults.Add($"'{QuotedText.Escape(value!)}' is no verbosity: {known.Written} takes {string.Join(", ", Enum.GetNames<Verbosity>())} or the first letter of one");
                return true;
            default:
                return true;
        }
    }

    private bool Targets(string task) => ValuesOf("target").Concat(ValuesOf("t")).Contains(task, StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> ValuesOf(string name) =>
        _given.Where(argument => argument.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(argument => argument.Value);

    private string Suggestion(string name) =>
        NearestName.Of(name, _known.Select(known => known.Name)) is { } nearest
            ? $": did you mean '--{nearest}'?"
            : $"; known are: {string.Join(", ", _known.Where(known => known.Spelling == StringComparison.OrdinalIgnoreCase).Select(known => known.Written))}, and Cake's own (--help)";

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]);
}
