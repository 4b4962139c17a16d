using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ModelPipeline.Specs.Yaml;

/// <summary>
/// Reads a text that holds one YAML mapping. Nesting and the number of values are limited; anchors, aliases and tags are
/// refused, so that no file grows when it is read and none names a type.
/// </summary>
internal sealed class NodeReader(string text, FaultLog faults)
{
    public const int DeepestNesting = 16;
    public const int MostNodes = 10_000;

    private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);
    private readonly Stack<Place> _brackets = new();
    private int _nodes;

    /// <summary>The mapping, or <see langword="null"/> where the text holds none; the faults say why.</summary>
    public MapNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (UnreadableException exception)
        {
            faults.Add(exception.Place, exception.Message);
        }
        catch (YamlException exception)
        {
            new SyntaxFault(exception, text, OpenBracket).Report(faults);
        }
        catch (InvalidOperationException) when (OpenBracket is { } bracket)
        {
            // The parser's answer to a bracket that is never closed.
            SyntaxFault.ReportOpen(bracket, faults);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            // Among others the parser's answer to an impossible \U escape.
            faults.Add(Here, "not valid YAML after this: is a bracket not closed, or an escape wrong?");
        }

        return null;
    }

    private Place Here => _parser.Current is { } current ? Place.Of(current.Start) : Place.Start;

    private Place? OpenBracket => _brackets.TryPeek(out var bracket) ? bracket : null;

    private MapNode? ReadDocument()
    {
        _parser.MoveNext();
        _parser.MoveNext();
        if (_parser.Current is not DocumentStart)
        {
            faults.Add(Place.Start, "the file is empty: begin with 'name: ' and the name of the model's folder");
            return null;
        }

        _parser.MoveNext();
        var root = ReadNode(depth: 1);
        _parser.MoveNext();
        if (_parser.Current is DocumentStart)
            faults.Add(Here, "a second document begins here: a model.yaml holds one");

        if (root is MapNode map)
            return map;

        faults.Add(Place.Start, "the file must hold keys with values, such as 'name: churn'");
        return null;
    }

    /// <summary>Reads the node that begins with the current event, and moves on past its last event.</summary>
    private Node ReadNode(int depth)
    {
        var place = Here;
        if (depth > DeepestNesting)
            throw new UnreadableException(place, $"nested deeper than {DeepestNesting} levels");
        if (++_nodes > MostNodes)
            throw new UnreadableException(place, $"more than {MostNodes} values");

        if (_parser.Current is NodeEvent node)
            RefuseTagAndAnchor(node, place);

        var current = _parser.Current;
        var isBracket = IsBracket(current);
        if (isBracket)
            _brackets.Push(place);
        _parser.MoveNext();
        var read = Read(current, place, depth);
        if (isBracket)
            _brackets.Pop();
        return read;
    }

    private Node Read(ParsingEvent? current, Place place, int depth) => current switch
    {
        Scalar scalar => new ScalarNode(place, scalar.Value, scalar.Style == ScalarStyle.Plain),
        SequenceStart => new ListNode(place, ReadItems(depth)),
        MappingStart => new MapNode(place, ReadEntries(depth)),
        AnchorAlias alias => RefuseAlias(alias, place),
        _ => throw new UnreadableException(place, "not valid YAML: a value is expected here"),
    };

    /// <summary>Whether a list or mapping begins with a bracket; one pair of a list, too, is a mapping.</summary>
    private bool IsBracket(ParsingEvent? current) =>
        current is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow }
        && (int)current.Start.Index < text.Length
        && text[(int)current.Start.Index] is '[' or '{';

    private List<Node> ReadItems(int depth)
    {
        var items = new List<Node>();
        while (_parser.Current is not SequenceEnd)
            items.Add(ReadNode(depth + 1));
        _parser.MoveNext();
        return items;
    }

    private List<MapEntry> ReadEntries(int depth)
    {
        var entries = new List<MapEntry>();
        while (_parser.Current is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            var value = ReadNode(depth + 1);
            if (key is ScalarNode scalar)
                entries.Add(new MapEntry(key.Place, scalar.Text, value));
            else if (key is not AliasNode)
                faults.Add(key.Place, "a key must be a word");
        }

        _parser.MoveNext();
        return entries;
    }

    private void RefuseTagAndAnchor(NodeEvent node, Place place)
    {
        if (!node.Tag.IsEmpty)
            faults.Add(place, "tags (words that begin with '!') are not supported: remove it; quotes make a value text");
        if (!node.Anchor.IsEmpty && _anchors.Add(node.Anchor.Value))
            faults.Add(place, $"anchors are not supported: remove '&{QuotedText.Escape(node.Anchor.Value)}' and write the value wherever it is needed");
    }

    private AliasNode RefuseAlias(AnchorAlias alias, Place place)
    {
        if (!_anchors.Contains(alias.Value.Value))
            faults.Add(place, $"aliases are not supported: write the value instead of '*{QuotedText.Escape(alias.Value.Value)}'");
        return new AliasNode(place);
    }
}
