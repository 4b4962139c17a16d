using System.Text;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>Untrusted text on one line of Markdown: shown as it is written, no markup, HTML, link, mention or reference.</summary>
internal static class MarkdownText
{
    private const int Longest = 1000;
    private const string Plain = " ,(%/'\"";

    /// <summary>The text, every punctuation mark that could mean something escaped.</summary>
    public static string Of(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in QuotedText.Escape(text, Longest))
        {
            escaped.Append(letter switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' or '#' => $"\\{letter}<!-- -->", // Hosts look for mentions and references in the text that is left after Markdown.
                _ when char.IsAscii(letter) && !char.IsAsciiLetterOrDigit(letter) && !Plain.Contains(letter) => $"\\{letter}",
                _ => $"{letter}",
            });
        }

        return escaped.ToString();
    }
}
