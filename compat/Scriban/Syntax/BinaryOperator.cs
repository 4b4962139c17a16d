namespace Scriban.Syntax;

/// <summary>An operator between two values.</summary>
internal enum BinaryOperator
{
    Coalesce,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
}
