using YamlDotNet.Core;

namespace ModelPipeline.Specs.Yaml;

/// <summary>A line and a column in a file, both from 1.</summary>
internal readonly record struct Place(int Line, int Column)
{
    public static Place Start { get; } = new(1, 1);

    public static Place Of(Mark mark) => new((int)mark.Line, (int)mark.Column);
}
