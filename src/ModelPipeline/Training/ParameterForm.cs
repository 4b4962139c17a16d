namespace ModelPipeline.Training;

/// <summary>How many values a trainer's parameter holds.</summary>
public enum ParameterForm
{
    /// <summary>One.</summary>
    Value,

    /// <summary>A list: its values are the parameters <c>name.0</c>, <c>name.1</c> and so on.</summary>
    List,

    /// <summary>A mapping: its values are the parameters <c>name.key</c>.</summary>
    Map,
}
