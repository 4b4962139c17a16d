using System.Globalization;

namespace ModelPipeline.MLNet;

/// <summary>Sets this thread's culture to the invariant one until it is disposed of: Microsoft.ML writes numbers of a model as text in the thread's culture.</summary>
internal readonly struct InvariantCulture : IDisposable
{
    private readonly CultureInfo _before;

    private InvariantCulture(CultureInfo before) => _before = before;

    public static InvariantCulture Enter()
    {
        var culture = new InvariantCulture(CultureInfo.CurrentCulture);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return culture;
    }

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
