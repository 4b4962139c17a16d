using ModelPipeline.Data;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>The rows that workers score, in a file that one run writes and its own workers read: no format to keep.</summary>
internal static class RowsFile
{
    /// <summary>Writes numbers and categories.</summary>
    /// <exception cref="ArgumentException">A column is of another type.</exception>
    public static void Write(string path, Table rows)
    {
        using var file = new BinaryWriter(File.Create(path));
        file.Write(rows.Columns.Count);
        file.Write(rows.Rows);
        foreach (var column in rows.Columns)
            Write(file, column);
    }

    /// <summary>Reads what <see cref="Write(string, Table)"/> wrote.</summary>
    public static Table Read(string path)
    {
        using var file = new BinaryReader(File.OpenRead(path));
        var columns = new Column[file.ReadInt32()];
        var rows = file.ReadInt32();
        for (var i = 0; i < columns.Length; i++)
            columns[i] = Read(file, rows);
        return new Table(columns);
    }

    private static void Write(BinaryWriter file, Column column)
    {
        file.Write(column.Name);
        file.Write((int)column.Type);
        switch (column)
        {
            case NumericColumn numbers:
                foreach (var value in numbers.Values)
                    file.Write(value);
                break;
            case CategoricalColumn categories:
                file.Write(categories.Categories.Count);
                foreach (var category in categories.Categories)
                    file.Write(category);
                foreach (var code in categories.Codes)
                    file.Write(code);
                break;
            default:
                throw new ArgumentException($"'{column.Name}' holds neither numbers nor categories.", nameof(column));
        }
    }

    private static Column Read(BinaryReader file, int rows)
    {
        var name = file.ReadString();
        if ((ColumnType)file.ReadInt32() == ColumnType.Numeric)
            return new NumericColumn(name, Many(rows, file.ReadDouble));
        var categories = Many(file.ReadInt32(), file.ReadString);
        return new CategoricalColumn(name, Many(rows, file.ReadInt32), categories);
    }

    private static T[] Many<T>(int count, Func<T> read)
    {
        var values = new T[count];
        for (var i = 0; i < count; i++)
            values[i] = read();
        return values;
    }
}
