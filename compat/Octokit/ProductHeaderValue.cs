namespace Octokit;

/// <summary>The product that uses this library, as servers are told.</summary>
public class ProductHeaderValue
{
    private readonly System.Net.Http.Headers.ProductHeaderValue _product;

    /// <summary>A product.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    public ProductHeaderValue(string name, string version) => _product = new(name, version);

    /// <summary>Its name.</summary>
    public string Name => _product.Name;

    /// <summary>Its version.</summary>
    public string Version => _product.Version;

    /// <inheritdoc/>
    public override string ToString() => _product.ToString();
}
