namespace ModelPipeline.Training;

/// <summary>What a trainer's parameter holds.</summary>
public enum ParameterKind
{
    /// <summary>A finite number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Any of the others, as it is written.</summary>
    Any,
}
