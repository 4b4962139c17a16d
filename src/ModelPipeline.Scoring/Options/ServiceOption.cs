namespace ModelPipeline.Scoring.Options;

/// <summary>An option as people write it: an argument or a variable of the environment.</summary>
/// <param name="Name">Its name, for example <c>max-rows</c>.</param>
/// <param name="Default">Its default, for people.</param>
/// <param name="Meaning">What it does, for people.</param>
/// <param name="Apply">Puts a written value into the options; throws a <see cref="FormatException"/> that says what was expected.</param>
internal sealed record ServiceOption(string Name, string Default, string Meaning, Func<ScoringOptions, string, ScoringOptions> Apply)
{
    /// <summary>Whether it may be given as an argument, where everybody on the machine can read it.</summary>
    /// <value>Default: true.</value>
    public bool HasArgument { get; init; } = true;

    /// <summary>The argument, for example <c>--max-rows</c>.</summary>
    public string Argument => "--" + Name;

    /// <summary>The variable, for example <c>SCORING_MAX_ROWS</c>.</summary>
    public string Variable { get; init; } = ServiceOptions.Prefix + Name.ToUpperInvariant().Replace('-', '_');
}
