using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Data.Reading;

/// <summary>What a spec says about the columns of its data.</summary>
internal sealed class ColumnUses(DataSpec data, ModelTask task)
{
    /// <summary>How to read a column. Ignored ones are read too: rows may be split or sliced by them.</summary>
    public ColumnUse Of(string name)
    {
        if (name == data.Label)
            return Label();
        if (data.Key.Contains(name))
            return new(ColumnType.Text, "it is a data.key", IsKey: true);
        if (name == data.Time)
            return new(ColumnType.Time, "it is data.time");
        return data.Columns.TryGetValue(name, out var type)
            ? new(type, $"model.yaml says {Shown.Value($"{name}: {Words.Of(type)}")}")
            : ColumnUse.Inferred;
    }

    private ColumnUse Label() => task == ModelTask.Regression
        ? new(ColumnType.Numeric, "it is the label of a regression")
        : new(ColumnType.Categorical, "it is the label of a classification");
}
