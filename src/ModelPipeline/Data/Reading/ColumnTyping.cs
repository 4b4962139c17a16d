namespace ModelPipeline.Data.Reading;

/// <summary>Gives a raw column its type.</summary>
internal sealed class ColumnTyping(RawColumn raw, RowLocations locations, FaultList faults)
{
    private const int AlwaysCategorical = 50;
    private const int NeverCategorical = 1000;
    private const int RowsACategory = 20;

    /// <summary>The typed column. Values that do not fit are reported.</summary>
    public Column Column() => raw.Use.Type switch
    {
        ColumnType.Numeric => Numeric(Numbers(stop: false)),
        ColumnType.Time => Time(Times(stop: false)),
        ColumnType.Categorical => Categorical(),
        ColumnType.Text => Text(),
        _ => Inferred(),
    };

    private Column Inferred()
    {
        if (Present().Count == 0)
            return Text();
        if (Numbers(stop: true) is { Misfits.Count: 0 } numbers)
            return Numeric(numbers);
        if (Times(stop: true) is { Misfits.Count: 0 } times)
            return Time(times);
        var most = Math.Clamp(raw.Rows / RowsACategory, AlwaysCategorical, NeverCategorical);
        return HasAtMost(most) ? Categorical() : Text();
    }

    /// <summary>Whether there are at most so many different values.</summary>
    private bool HasAtMost(int most)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var lookup = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var entry = 0; entry < raw.Entries && texts.Count <= most; entry++)
        {
            if (!raw.IsMissing(entry))
                lookup.Add(raw.Text(entry));
        }
        return texts.Count <= most;
    }

    private List<int> Present() => [.. Enumerable.Range(0, raw.Entries).Where(entry => !raw.IsMissing(entry))];

    private Parsed<double> Numbers(bool stop) => Parsed<double>.Of(raw, NumberText.TryParse, double.NaN, stop);

    private Parsed<DateTime?> Times(bool stop) => Parsed<DateTime?>.Of(raw, TimeText.TryParse, null, stop);

    private NumericColumn Numeric(Parsed<double> numbers)
    {
        var misfits = numbers.Misfits.ToHashSet();
        Report(numbers.Misfits, NotANumber);
        Report([.. Enumerable.Range(0, raw.Entries).Where(entry => double.IsInfinity(numbers.Values[entry]) && !misfits.Contains(entry))],
            _ => "is not a finite number: leave it empty where the number is unknown");
        return new(raw.Name, raw.Expand(numbers.Values));
    }

    private TimeColumn Time(Parsed<DateTime?> times)
    {
        Report(times.Misfits, _ => "is not an ISO 8601 time such as 2026-01-31 or 2026-01-31T12:00:00Z");
        return new(raw.Name, raw.Expand(times.Values));
    }

    private CategoricalColumn Categorical()
    {
        var present = Present();
        string[] categories = [.. present.Select(entry => raw.Text(entry).ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var codeOf = categories.Index().ToDictionary(category => category.Item, category => category.Index, StringComparer.Ordinal);
        var codes = new int[raw.Entries];
        Array.Fill(codes, CategoricalColumn.Missing);
        foreach (var entry in present)
            codes[entry] = codeOf[raw.Text(entry).ToString()];
        return new(raw.Name, raw.Expand(codes), categories);
    }

    private TextColumn Text()
    {
        var texts = new string?[raw.Entries];
        foreach (var entry in Present())
            texts[entry] = raw.Text(entry).ToString();
        return new(raw.Name, raw.Expand(texts));
    }

    private string NotANumber(int misfit) =>
        DecimalComma.WithPoint(raw.Text(misfit).ToString()) is { } number ? $"is not a number: write {number} with a point" : "is not a number";

    private void Report(IReadOnlyList<int> misfits, Func<int, string> what)
    {
        if (misfits.Count > 0)
            faults.Add(MisfitFault.Of(raw, misfits, what(misfits[0]), locations));
    }
}
