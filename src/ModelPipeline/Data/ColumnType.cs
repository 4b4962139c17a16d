namespace ModelPipeline.Data;

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    /// <summary>Finite numbers; a missing one is <see cref="double.NaN"/>. <c>numeric</c> in a spec.</summary>
    Numeric,

    /// <summary>One of a limited set of texts. <c>categorical</c> in a spec.</summary>
    Categorical,

    /// <summary>Points in time (ISO 8601), in UTC. <c>time</c> in a spec.</summary>
    Time,

    /// <summary>Free text or identifiers; never a feature. <c>text</c> in a spec.</summary>
    Text,
}
