namespace Scriban.Parsing;

/// <summary>What a value that follows another one means.</summary>
internal enum CallMode
{
    /// <summary>It is the first argument of a call.</summary>
    Allowed,

    /// <summary>It is the next argument of the call that is being read.</summary>
    Argument,

    /// <summary>As <see cref="Allowed"/>, but a name is an option of the loop.</summary>
    ForSequence,
}
