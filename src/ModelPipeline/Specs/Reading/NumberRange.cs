namespace ModelPipeline.Specs.Reading;

/// <summary>The numbers that are allowed. An infinite end is none.</summary>
internal sealed record NumberRange(double Minimum, double Maximum)
{
    public static NumberRange Any { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public static NumberRange Share { get; } = new(0, 1);

    /// <summary>Whether the ends themselves are not allowed.</summary>
    public bool IsOpen { get; init; }

    public bool Contains(double number) => IsOpen ? number > Minimum && number < Maximum : number >= Minimum && number <= Maximum;

    public override string ToString() => (double.IsFinite(Minimum), double.IsFinite(Maximum)) switch
    {
        (true, true) when IsOpen => FormattableString.Invariant($"above {Minimum} and below {Maximum}"),
        (true, true) => FormattableString.Invariant($"from {Minimum} to {Maximum}"),
        (true, false) => FormattableString.Invariant($"a finite number of at least {Minimum}"),
        (false, true) => FormattableString.Invariant($"a finite number of at most {Maximum}"),
        _ => "a finite number",
    };
}
