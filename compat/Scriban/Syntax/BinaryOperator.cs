namespace Scriban.Syntax;

/// <summary>An operator between two values.</summary>
internal enum BinaryOperator
{
    Coalesce,
    Or,
    Equal,
    NotEqual,
    Greater,
}
