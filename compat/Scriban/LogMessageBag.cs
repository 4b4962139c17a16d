using System.Collections;
using System.Text;
using Scriban.Parsing;

namespace Scriban;

/// <summary>The messages of one template, in the order they were found.</summary>
public class LogMessageBag : IReadOnlyList<LogMessage>
{
    private readonly List<LogMessage> _messages = [];

    /// <summary>Creates an empty list.</summary>
    public LogMessageBag()
    {
    }

    /// <summary>Number of messages.</summary>
    public int Count => _messages.Count;

    /// <summary>Whether one of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The message at a zero-based index.</summary>
    public LogMessage this[int index] => _messages[index];

    /// <summary>Appends a message.</summary>
    /// <exception cref="ArgumentNullException">There is no message.</exception>
    public void Add(LogMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        HasErrors |= message.Type == ParserMessageType.Error;
        _messages.Add(message);
    }

    /// <summary>Appends messages.</summary>
    /// <exception cref="ArgumentNullException">There is no list, or a message in it is null.</exception>
    public void AddRange(IEnumerable<LogMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        foreach (var message in messages)
            Add(message);
    }

    /// <inheritdoc/>
    public IEnumerator<LogMessage> GetEnumerator() => _messages.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>All messages, each on a line of its own.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var message in _messages)
            text.AppendLine(message.ToString());
        return text.ToString();
    }
}
