namespace ModelPipeline.Scoring.Options;

/// <summary>Reads the options of a command line and of the environment; an argument counts before a variable.</summary>
internal sealed class OptionReader
{
    private readonly List<string> _faults = [];
    private readonly HashSet<string> _given = [];
    private ScoringOptions _options = new();

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">The arguments after the verb.</param>
    /// <param name="variables">The environment.</param>
    /// <exception cref="InputException">Some are unknown or faulty; the message names all of them.</exception>
    public static ScoringOptions Read(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables)
    {
        var reader = new OptionReader();
        reader.ReadVariables(variables);
        reader.ReadArguments(arguments);
        return reader._faults.Count == 0 ? reader._options : throw new InputException(string.Join('\n', reader._faults));
    }

    private void ReadVariables(IReadOnlyDictionary<string, string> variables)
    {
        foreach (var (name, text) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal))
            if (ServiceOptions.All.FirstOrDefault(option => option.Variable == name) is { } option)
                Apply(option, name, text);
            else if (name.StartsWith(ServiceOptions.Prefix, StringComparison.Ordinal) && !IsServiceLink(name))
                _faults.Add(NearestName.Unknown("environment variable", name, [.. ServiceOptions.All.Select(option => option.Variable)]));
        if (variables.ContainsKey("SCORING_API_KEY") && variables.ContainsKey("SCORING_API_KEY_FILE"))
            _faults.Add("SCORING_API_KEY and SCORING_API_KEY_FILE are both given: leave one out.");
    }

    private void ReadArguments(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var (name, text) = arguments[i].Split('=', 2) is [var before, var after] ? (before, after) : (arguments[i], null);
            var option = ServiceOptions.All.FirstOrDefault(option => option.Argument == name);
            if (option is { HasArgument: false })
                _faults.Add($"{name} cannot be an argument, which everybody on the machine can read: give the variable {option.Variable} or SCORING_API_KEY_FILE.");
            else if (option is null)
                _faults.Add(NearestName.Unknown("argument", name, [.. ServiceOptions.All.Where(option => option.HasArgument).Select(option => option.Argument)]));
            else if (!_given.Add(name))
                _faults.Add($"{name} is given twice.");

            if (text is null && i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal))
                text = arguments[++i];
            if (option is { HasArgument: true } && text is null)
                _faults.Add($"{name} lacks its value.");
            else if (option is { HasArgument: true })
                Apply(option, name, text!);
        }
    }

    private void Apply(ServiceOption option, string name, string text)
    {
        try
        {
            _options = option.Apply(_options, text);
        }
        catch (FormatException fault)
        {
            var shown = option.Variable == "SCORING_API_KEY" ? "" : $" {QuotedText.Of(text)}";
            _faults.Add($"{name}{shown} {fault.Message}.");
        }
    }

    /// <summary>What Kubernetes and Docker put into every container for a service whose name begins with "scoring".</summary>
    private static bool IsServiceLink(string name) =>
        name.EndsWith("_SERVICE_HOST", StringComparison.Ordinal) || name.Contains("_SERVICE_PORT", StringComparison.Ordinal)
        || name.EndsWith("_PORT", StringComparison.Ordinal) || name.Contains("_PORT_", StringComparison.Ordinal);
}
