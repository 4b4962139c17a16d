using System.Globalization;
using System.Text.RegularExpressions;
using ModelPipeline.Data;
using ModelPipeline.Specs.Yaml;

namespace ModelPipeline.Specs.Reading;

/// <summary>
/// A value that was written. Every conversion reports what does not fit and then gives <see langword="null"/> (or no items);
/// the spec is discarded in the end, so a caller goes on with any default.
/// </summary>
internal sealed partial class SpecValue(SpecKey key, string path, Place keyPlace, Node node, FaultLog faults)
{
    public Place Place => node.Place;

    public string Path => path;

    /// <summary>The number that is written, a decimal comma in it replaced by a point; <see langword="null"/> where it is none.</summary>
    public string? Decimal => node is ScalarNode { IsPlain: true } scalar
        ? scalar.IsNumber ? scalar.Text : DecimalComma.WithPoint(scalar.Text)
        : null;

    public bool IsEmptyMap => node is MapNode { Entries.Count: 0 };

    public bool IsEmptyList => node is ListNode { Items.Count: 0 };

    /// <summary>A text that is not blank. A number must be quoted.</summary>
    public string? Text() => node is ScalarNode { IsNumber: true } number
        ? Fault<string>($"must be text, not the number {QuotedText.Escape(number.Text)}: put it in quotes")
        : Literal();

    /// <summary>A text that is not blank, exactly as it is written; a number, too, is taken as its text.</summary>
    public string? Literal()
    {
        if (node is not ScalarNode { IsEmpty: false } scalar)
            return WrongType<string>("text");
        if (string.IsNullOrWhiteSpace(scalar.Text))
            return Fault<string>("must not be blank");
        return scalar.Text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? Fault<string>($"must not contain control characters: {QuotedText.Of(scalar.Text)}")
            : scalar.Text;
    }

    public double? Number(NumberRange range)
    {
        if (node is not ScalarNode { IsNumber: true } scalar)
            return WrongType<double?>("a number", Decimal is { } meant ? $": write {meant} with a point" : "");
        var number = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(number) && range.Contains(number) ? number : Outside<double?>(range, scalar);
    }

    public long? Integer(NumberRange range)
    {
        if (node is not ScalarNode { IsNumber: true } scalar)
            return WrongType<long?>("a whole number");
        if (scalar.Text.AsSpan().ContainsAny(".eE"))
            return WrongType<long?>("a whole number");
        if (!long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Fault<long?>($"must be a whole number of 64 bits, not {QuotedText.Of(scalar.Text)}");
        return range.Contains(number) ? number : Outside<long?>(range, scalar);
    }

    public bool? Flag() => node switch
    {
        ScalarNode { IsPlain: true, Text: "true" } => true,
        ScalarNode { IsPlain: true, Text: "false" } => false,
        _ => WrongType<bool?>("true or false"),
    };

    /// <summary>One of a few words.</summary>
    public T? Word<T>(IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (Text() is not { } text)
            return null;
        if (words.TryGetValue(text, out var meaning))
            return meaning;

        var nearest = NearestName.Of(text, words.Keys);
        var hint = nearest is null ? "" : $": did you mean '{nearest}'?";
        return Fault<T?>($"must be {string.Join(" or ", words.Keys)}, not {QuotedText.Of(text)}{hint}");
    }

    /// <summary>A number, a flag or a text, as it is written.</summary>
    public object? Scalar() => node switch
    {
        ScalarNode { IsNumber: true } number when number.Text.AsSpan().ContainsAny(".eE") => Number(NumberRange.Any),
        ScalarNode { IsNumber: true } => Integer(NumberRange.Any),
        ScalarNode { IsPlain: true, Text: "true" or "false" } => Flag(),
        _ => Literal(),
    };

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<SpecValue> Items()
    {
        if (node is ListNode list)
            return [.. list.Items.Select(Item)];
        WrongList();
        return [];
    }

    /// <summary>A list of texts, none of them twice; numbers are taken as their texts.</summary>
    public IReadOnlyList<PlacedText> Texts()
    {
        if (node is not ListNode list)
            return WrongList() ?? [];

        var items = new List<PlacedText>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (Item(item).Literal() is not { } text)
                continue;
            if (seen.Add(text))
                items.Add(new PlacedText(text, item.Place));
            else
                Fault(item.Place, $"has {QuotedText.Of(text)} twice");
        }

        return items;
    }

    /// <summary>A list whose items are texts or lists of texts, none of them twice, in whatever order a list has its texts.</summary>
    public IReadOnlyList<IReadOnlyList<PlacedText>> TextGroups()
    {
        if (node is not ListNode list)
        {
            WrongList();
            return [];
        }

        var groups = new List<IReadOnlyList<PlacedText>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
        {
            if (item is ListNode { Items.Count: 0 })
                Fault(item.Place, "has an empty list");
            var group = item is ListNode ? Item(item).Texts() : Item(item).Literal() is { } text ? [new PlacedText(text, item.Place)] : [];
            if (group.Count == 0)
                continue;
            if (seen.Add(string.Join('\n', group.Select(part => part.Text).Order(StringComparer.Ordinal))))
                groups.Add(group);
            else
                Fault(item.Place, $"has {string.Join(", ", group.Select(part => QuotedText.Of(part.Text)))} twice");
        }

        return groups;
    }

    /// <summary>The values of a section whose keys are names.</summary>
    public IReadOnlyList<NamedValue> Named()
    {
        if (node is not MapNode map)
            return WrongType<IReadOnlyList<NamedValue>>("keys with values", ColonHint) ?? [];

        return [.. map.Distinct(faults).Select(entry => new NamedValue(
            entry.Key,
            entry.Place,
            new SpecValue(key.Each!, $"{path}.{QuotedText.Escape(entry.Key)}", entry.Place, entry.Value, faults),
            faults))];
    }

    public Section? Section() => node is MapNode map
        ? Reading.Section.Open(key, path, keyPlace, map, faults)
        : WrongType<Section>("keys with values", ColonHint);

    /// <summary>Reports a fault of the value, as a whole sentence.</summary>
    public void Report(string message) => faults.Add(Place, message);

    /// <summary>Reports what is wrong with the value, as the rest of a sentence.</summary>
    public void Fault(string message) => Fault(Place, message);

    /// <summary>Reports what is wrong with a part of the value, as the rest of a sentence.</summary>
    public void Fault(Place place, string message) => faults.Add(place, $"'{path}' {message}");

    private SpecValue Item(Node item) => new(key, $"{path}[]", item.Place, item, faults);

    private string ColonHint => node is ScalarNode { IsPlain: true } scalar && BraceSlip.IsKeyAndValue(scalar.Text)
        ? ": a space is missing after the colon"
        : "";

    private T? Fault<T>(string message)
    {
        Fault(message);
        return default;
    }

    private T? Outside<T>(NumberRange range, ScalarNode scalar) =>
        Fault<T>($"must be {range}, not {QuotedText.Escape(scalar.Text)}");

    private IReadOnlyList<PlacedText>? WrongList() => node is ScalarNode { IsEmpty: false } scalar && InBrackets().IsMatch(scalar.Text)
        ? WrongType<IReadOnlyList<PlacedText>>("a list", $": write [{QuotedText.Escape(scalar.Text)}]")
        : WrongType<IReadOnlyList<PlacedText>>("a list, such as [first, second]");

    private T? WrongType<T>(string expected, string hint = "") => node switch
    {
        AliasNode => default,
        ScalarNode { IsEmpty: true } => Fault<T>($"must be {expected}, but has no value"),
        ScalarNode { IsPlain: false } scalar => Fault<T>($"must be {expected}, not {QuotedText.Of(scalar.Text)} in quotes{hint}"),
        ScalarNode scalar => Fault<T>($"must be {expected}, not {QuotedText.Of(scalar.Text)}{hint}"),
        ListNode => Fault<T>($"must be {expected}, not a list"),
        _ => Fault<T>($"must be {expected}, not keys with values"),
    };

    /// <summary>A text that stays one or several words when brackets are put around it.</summary>
    [GeneratedRegex(@"^[\w][\w ,.-]{0,78}\z", RegexOptions.CultureInvariant)]
    private static partial Regex InBrackets();
}
