namespace DiffPeer;

/// <summary>What two generated files are like.</summary>
/// <param name="Name">How the figures call it.</param>
/// <param name="Changed">The share of rows of which the new file has another score.</param>
internal sealed record Shape(string Name, double Changed)
{
    /// <summary>By how much those scores shift; the tolerance is 0.02.</summary>
    public double Shift { get; init; } = 0.1;

    /// <summary>Whether lines end with a carriage return and a line feed.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>Whether every cell is in quotes.</summary>
    public bool Quoted { get; init; }

    /// <summary>Whether the keys of both files are in one order, but not a sorted one.</summary>
    public bool Unsorted { get; init; }

    /// <summary>Whether the rows of the new file are in another order than those of the old one.</summary>
    public bool Shuffled { get; init; }

    public static Shape Usual { get; } = new("99% of rows agree", 0.01);

    public static Shape OutOfOrder { get; } = new("99% agree, rows out of order", 0.01) { Shuffled = true };

    public static IReadOnlyList<Shape> InOrder { get; } =
    [
        Usual,
        new("99% agree, keys not sorted", 0.01) { Unsorted = true },
        new("99% agree, every cell in quotes", 0.01) { Quoted = true },
        new("99% agree, carriage returns", 0.01) { CarriageReturns = true },
        new("every score shifts within the tolerance", 1) { Shift = 0.001 },
        new("every score shifts beyond the tolerance", 1),
    ];
}
