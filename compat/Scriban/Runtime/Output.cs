using System.Text;

namespace Scriban.Runtime;

/// <summary>Collects what a template prints: indents it, and cuts it at the limit of the context.</summary>
internal sealed class Output(TemplateContext context)
{
    private const string Ellipsis = "...";

    private readonly Stack<StringBuilder> _texts = new([new StringBuilder()]);
    private int _written;
    private bool _isCut;
    private bool _atLineStart;

    /// <summary>What is put before each line; null for nothing.</summary>
    public string? Indent { get; set; }

    public void Write(string text)
    {
        if (Indent is null)
        {
            if (text.Length > 0)
                _atLineStart = text[^1] == '\n';
            Append(text);
            return;
        }

        var rest = text.AsSpan();
        while (!rest.IsEmpty && !_isCut)
        {
            var lineEnd = rest.IndexOf('\n');
            var line = lineEnd < 0 ? rest : rest[..(lineEnd + 1)];
            WriteLine(line, isComplete: lineEnd >= 0);
            rest = rest[line.Length..];
        }
    }

    /// <summary>Gives what was printed and forgets it; the limit goes on counting it.</summary>
    public string TakeText()
    {
        var text = _texts.Peek().ToString();
        _texts.Peek().Clear();
        return text;
    }

    /// <summary>Prints to a text of its own, without indentation, and gives that text.</summary>
    public string Capture(Action print)
    {
        var (indent, atLineStart) = (Indent, _atLineStart);
        Indent = null;
        if (indent is not null)
            _atLineStart = false;
        _texts.Push(new StringBuilder());
        try
        {
            print();
            return _texts.Peek().ToString();
        }
        finally
        {
            _texts.Pop();
            (Indent, _atLineStart) = (indent, atLineStart);
        }
    }

    private void WriteLine(ReadOnlySpan<char> line, bool isComplete)
    {
        var isEmpty = line is "\n" or "\r\n";
        if (_atLineStart && (context.IndentOnEmptyLines || !isEmpty))
        {
            Append(Indent);
            _atLineStart = false;
        }
        if (_isCut)
            return;
        Append(line);
        _atLineStart = isComplete;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        var limit = context.LimitToString;
        var allowed = limit <= 0 ? text.Length : Math.Clamp(limit - _written, 0, text.Length);
        _texts.Peek().Append(text[..allowed]);
        _written += allowed;
        if (allowed == text.Length || _isCut)
            return;
        _texts.Peek().Append(Ellipsis);
        _isCut = true;
    }
}
