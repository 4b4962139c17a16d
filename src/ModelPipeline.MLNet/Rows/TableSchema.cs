using Microsoft.ML;
using Microsoft.ML.Data;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Rows;

/// <summary>How Microsoft.ML sees a model's inputs: a column a feature, in the signature's order.</summary>
internal static class TableSchema
{
    /// <summary>The features.</summary>
    public static DataViewSchema Of(ModelSignature signature) => Builder(signature).ToSchema();

    /// <summary>The features, and the label after them.</summary>
    public static DataViewSchema WithLabel(ModelSignature signature, string label)
    {
        var builder = Builder(signature);
        if (signature.Task == ModelTask.MulticlassClassification)
            builder.AddColumn(label, new KeyDataViewType(typeof(uint), signature.Classes.Count), KeyValues(signature.Classes));
        else
            builder.AddColumn(label, signature.Task == ModelTask.BinaryClassification ? BooleanDataViewType.Instance : NumberDataViewType.Single);
        return builder.ToSchema();
    }

    /// <summary>The type of a feature's column.</summary>
    public static DataViewType TypeOf(FeatureSignature input) =>
        input.Type == ColumnType.Numeric ? NumberDataViewType.Single : TextDataViewType.Instance;

    private static DataViewSchema.Builder Builder(ModelSignature signature)
    {
        var builder = new DataViewSchema.Builder();
        foreach (var input in signature.Inputs)
            builder.AddColumn(input.Name, TypeOf(input));
        return builder;
    }

    private static DataViewSchema.Annotations KeyValues(IReadOnlyList<string> classes)
    {
        var values = new VBuffer<ReadOnlyMemory<char>>(classes.Count, [.. classes.Select(name => name.AsMemory())]);
        var annotations = new DataViewSchema.Annotations.Builder();
        annotations.Add("KeyValues", new VectorDataViewType(TextDataViewType.Instance, classes.Count), (ref VBuffer<ReadOnlyMemory<char>> value) => values.CopyTo(ref value));
        return annotations.ToAnnotations();
    }
}
