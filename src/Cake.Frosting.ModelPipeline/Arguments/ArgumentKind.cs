namespace Cake.Frosting.ModelPipeline.Arguments;

/// <summary>What an argument takes.</summary>
internal enum ArgumentKind
{
    /// <summary>One value.</summary>
    Value,

    /// <summary>One value each time it is given.</summary>
    Values,

    /// <summary>One of Cake's verbosities.</summary>
    Verbosity,

    /// <summary>A folder that exists.</summary>
    Folder,

    /// <summary>No value, or true or false.</summary>
    Flag,

    /// <summary>Whatever its task makes of it.</summary>
    Any,
}
