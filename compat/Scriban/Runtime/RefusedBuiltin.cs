namespace Scriban.Runtime;

/// <summary>Stands where the real package has a built-in object that the stand-in lacks; using it fails.</summary>
internal sealed class RefusedBuiltin
{
    public static readonly RefusedBuiltin Instance = new();
}
