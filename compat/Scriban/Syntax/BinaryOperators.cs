namespace Scriban.Syntax;

/// <summary>How operators are written and how tightly they bind.</summary>
internal static class BinaryOperators
{
    private static readonly Dictionary<string, (BinaryOperator Operator, int Precedence)> BySymbol = new()
    {
        ["??"] = (BinaryOperator.Coalesce, 20),
        ["||"] = (BinaryOperator.Or, 30),
        ["=="] = (BinaryOperator.Equal, 70),
        ["!="] = (BinaryOperator.NotEqual, 70),
        [">"] = (BinaryOperator.Greater, 80),
    };

    private static readonly Dictionary<BinaryOperator, string> Symbols =
        BySymbol.ToDictionary(entry => entry.Value.Operator, entry => entry.Key);

    public static IEnumerable<string> AllSymbols => BySymbol.Keys;

    public static string Symbol(this BinaryOperator @operator) => Symbols[@operator];

    public static bool TryParse(string symbol, out BinaryOperator @operator, out int precedence)
    {
        var known = BySymbol.TryGetValue(symbol, out var found);
        (@operator, precedence) = found;
        return known;
    }
}
