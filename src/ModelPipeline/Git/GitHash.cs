namespace ModelPipeline.Git;

/// <summary>The hash of an object in git: 40 or 64 lower-case hexadecimal digits.</summary>
internal static class GitHash
{
    /// <summary>The text, where it is a hash.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Expect(string text) => IsOne(text) ? text : throw new ArgumentException($"{QuotedText.Of(text)} is not the hash of a commit.", nameof(text));

    /// <summary>Whether a text is a hash.</summary>
    public static bool IsOne(string text) => text.Length is 40 or 64 && text.AsSpan().IndexOfAnyExcept("0123456789abcdef") < 0;
}
