using FsCheck;
using FsCheck.Fluent;

namespace ModelPipeline.Tests.Specs;

public sealed class MutatedSpecTests : IDisposable
{
    private static readonly string[] Splinters =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "? ", "&a ", "*a", "!", "!!str ", "|", ">", "'", "\"", "\\", "\\U", "%", "@", "`", "#", ",", "\n", "\r", "\t",
        "  ", "---\n", "...\n", "<<", "~", "null", ".nan", "-1", "1e999", "\0", "\u0085", "\u2028", "\uFEFF", "\"\\uD800\"", "é", "name", "data:", "gates",
    ];

    private readonly SpecFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_mutated_spec_gives_a_spec_or_faults_and_never_an_exception()
    {
        var mutation =
            from at in Gen.Choose(0, SpecFolder.Minimal.Length)
            from length in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 12)))
            from splinter in Gen.Elements(Splinters)
            select (At: at, Length: length, Splinter: splinter);
        var mutations = mutation.NonEmptyListOf().Resize(6).ToArbitrary();

        Prop.ForAll(mutations, list => JudgeReading(list.Aggregate(SpecFolder.Minimal, (yaml, change) => Mutate(yaml, change.At, change.Length, change.Splinter))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    private static string Mutate(string yaml, int at, int length, string splinter)
    {
        var start = Math.Min(at, yaml.Length);
        return yaml.Remove(start, Math.Min(length, yaml.Length - start)).Insert(start, splinter);
    }

    private bool JudgeReading(string yaml)
    {
        var reading = _folder.Read(yaml);
        var lines = yaml.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028') + 2;
        return reading.Spec is null == reading.Faults.Count > 0
            && reading.Faults.All(fault => fault.Line >= 1 && fault.Line <= lines && fault.Column >= 1 && !fault.Message.Any(char.IsControl));
    }
}
