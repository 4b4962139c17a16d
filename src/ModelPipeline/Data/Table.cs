namespace ModelPipeline.Data;

/// <summary>Rows as columns of equal length with unique names.</summary>
public sealed class Table
{
    private readonly Column[] _columns;
    private readonly Dictionary<string, Column> _byName;

    /// <summary>Makes a table of columns.</summary>
    /// <param name="columns">The columns, in file order.</param>
    /// <exception cref="ArgumentException">Two columns have one name, or their lengths differ.</exception>
    public Table(IReadOnlyList<Column> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        _columns = columns as Column[] ?? [.. columns];
        Rows = columns.Count == 0 ? 0 : columns[0].Count;
        if (columns.FirstOrDefault(column => column.Count != Rows) is { } odd)
            throw new ArgumentException($"Column '{odd.Name}' has {odd.Count} rows, the first column has {Rows}.", nameof(columns));
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>The columns, in file order.</summary>
    public IReadOnlyList<Column> Columns => _columns;

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>The column of a name.</summary>
    /// <param name="name">The header, exactly.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Column this[string name] => _byName[name];

    /// <summary>The column of a name, or <see langword="null"/>.</summary>
    /// <param name="name">The header, exactly.</param>
    public Column? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The column of a name, which is looked for at a place first, or <see langword="null"/>.</summary>
    /// <param name="name">The header, exactly.</param>
    /// <param name="place">Where it mostly is, from 0.</param>
    internal Column? Find(string name, int place) =>
        place < _columns.Length && _columns[place] is { } column && column.Name == name ? column : Find(name);

    /// <summary>A new table of the given rows, in the given order.</summary>
    /// <param name="rows">Rows, from 0; repeats are allowed.</param>
    public Table Select(int[] rows) => new([.. Columns.Select(column => column.Select(rows))]);

    /// <summary>A new table of the named columns, in the given order.</summary>
    /// <param name="names">Headers, exactly.</param>
    /// <exception cref="KeyNotFoundException">One of them is not there.</exception>
    public Table Only(IEnumerable<string> names) => new([.. names.Select(name => this[name])]);
}
