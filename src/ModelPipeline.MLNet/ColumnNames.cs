using ModelPipeline.Training;

namespace ModelPipeline.MLNet;

/// <summary>Names columns of our own beside the features.</summary>
internal static class ColumnNames
{
    /// <summary>The name, with as many underscores as it takes to be no feature's.</summary>
    public static string Unused(string name, ModelSignature signature)
    {
        while (signature.Inputs.Any(input => input.Name == name))
            name += "_";
        return name;
    }

    /// <summary>The name of the label's column.</summary>
    public static string Label(ModelSignature signature) => Unused("Label", signature);
}
