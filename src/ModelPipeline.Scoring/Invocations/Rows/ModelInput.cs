using System.Globalization;
using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Invocations.Rows;

/// <summary>One input of the model, prepared for values that arrive as UTF-8.</summary>
internal sealed class ModelInput
{
    /// <summary>How many categories a refusal names.</summary>
    private const int FewCategories = 10;

    private readonly Utf8Index _codes;

    /// <param name="signature">The input.</param>
    /// <param name="acceptsMissing">Whether a value may be missing.</param>
    /// <param name="acceptsUnknown">Whether a category may be one that was not seen in training.</param>
    public ModelInput(FeatureSignature signature, bool acceptsMissing, bool acceptsUnknown)
    {
        Name = signature.Name;
        Utf8Name = Encoding.UTF8.GetBytes(signature.Name);
        IsNumeric = signature.Type == ColumnType.Numeric;
        AcceptsMissing = acceptsMissing;
        AcceptsUnknown = acceptsUnknown;
        Categories = [.. signature.Categories];
        NoCategory = Refusal(Categories);
        _codes = new(Categories);
    }

    public string Name { get; }

    public byte[] Utf8Name { get; }

    public bool IsNumeric { get; }

    public bool AcceptsMissing { get; }

    public bool AcceptsUnknown { get; }

    /// <summary>The categories that were seen in training: one array for all requests, so that a scorer prepares itself for them once.</summary>
    public string[] Categories { get; }

    /// <summary>What is said of a text that is no category.</summary>
    public string NoCategory { get; }

    /// <summary>The code of a category, or <see cref="Utf8Index.None"/>.</summary>
    public int CodeOf(ReadOnlySpan<byte> category) => _codes.Find(category);

    private static string Refusal(string[] categories) => categories.Length <= FewCategories
        ? $"not a category of the training data: {string.Join(", ", categories.Select(QuotedText.Of))}"
        : string.Create(CultureInfo.InvariantCulture, $"not one of the {categories.Length} categories of the training data");
}
