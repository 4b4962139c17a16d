using ModelPipeline.Data;

namespace ModelPipeline.Specs.Reading;

/// <summary>Sees that no column has two roles.</summary>
internal sealed class ColumnRoles
{
    private readonly Dictionary<string, (ColumnRole Role, string Path)> _claims = new(StringComparer.Ordinal);

    /// <summary>The role of a column; <see langword="null"/> where it has none.</summary>
    public ColumnRole? Of(string column) => _claims.TryGetValue(column, out var claim) ? claim.Role : null;

    /// <summary>Gives a role to the column that a value names.</summary>
    public string? Claim(SpecValue? value, ColumnRole role)
    {
        if (value?.Text() is not { } column)
            return null;
        Claim(value, new PlacedText(column, value.Place), role);
        return column;
    }

    /// <summary>Gives a role to every column of a list.</summary>
    public IReadOnlyList<string> ClaimAll(SpecValue? value, ColumnRole role)
    {
        var columns = value?.Texts() ?? [];
        foreach (var column in columns)
            Claim(value!, column, role);
        return [.. columns.Select(column => column.Text)];
    }

    /// <summary>Why a column of a role cannot be of a type; <see langword="null"/> where it can.</summary>
    public static string? Objection(ColumnRole role, ColumnType type, ModelTask? task) => (role, type, task) switch
    {
        (ColumnRole.Label, ColumnType.Time or ColumnType.Text, _) => "cannot be time or text: it is the label",
        (ColumnRole.Label, ColumnType.Categorical, ModelTask.Regression) => "must be numeric: it is the label of a regression",
        (ColumnRole.Time, not ColumnType.Time, _) => "must be time: 'data.time' names the column",
        (ColumnRole.Ignored, _, _) => "has no use: 'data.ignore' names the column",
        _ => null,
    };

    private void Claim(SpecValue value, PlacedText column, ColumnRole role)
    {
        if (!_claims.TryAdd(column.Text, (role, value.Path)))
            value.Fault(column.Place, $"names the column {QuotedText.Of(column.Text)}, which '{_claims[column.Text].Path}' names already: a column has one role");
    }
}
