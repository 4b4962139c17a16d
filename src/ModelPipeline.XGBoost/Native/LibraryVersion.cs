using System.Globalization;

namespace ModelPipeline.XGBoost.Native;

/// <summary>A version of libxgboost.</summary>
internal readonly record struct LibraryVersion(int Major, int Minor, int Patch)
{
    /// <summary>The versions that the engine works with, in words.</summary>
    public const string Supported = "1.7 to 3.x";

    /// <summary>Whether the engine works with it.</summary>
    public bool IsSupported => Major is 2 or 3 || (Major == 1 && Minor >= 7);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");
}
