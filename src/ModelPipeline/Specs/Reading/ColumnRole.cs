namespace ModelPipeline.Specs.Reading;

/// <summary>What a column is, other than a feature. A column has one role.</summary>
internal enum ColumnRole
{
    Label,
    Key,
    Time,
    Ignored,
}
