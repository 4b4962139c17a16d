using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.Pages;

/// <summary>The page that shows a model and lets a person try a row. Every text of the model is escaped.</summary>
internal static class ModelPage
{
    public static string Of(ServedModel model, PageAsset script, PageAsset style)
    {
        var manifest = model.Bundle.Manifest;
        var example = ExampleRow.Of(model);
        var statistics = manifest.Data.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var fields = string.Concat(manifest.Signature.Inputs.Select((input, position) => Field(input, position, example.Text(input.Name), statistics.GetValueOrDefault(input.Name))));
        return $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <link rel="icon" href="data:,">
            <title>{Escape(manifest.Name)}</title>
            <style>{style.Text}</style>
            </head>
            <body>
            <header>
            <h1>{Escape(manifest.Name)}</h1>
            <dl>
            <div id="version" hidden><dt>version</dt><dd></dd></div>
            <div><dt>bundle</dt><dd><code>{Escape(model.Bundle.Digest.Short)}</code></dd></div>
            <div><dt>trainer</dt><dd>{Escape(manifest.Trainer)}</dd></div>
            <div><dt>inputs</dt><dd>{manifest.Signature.Inputs.Count.ToString(CultureInfo.InvariantCulture)}</dd></div>
            <div><dt>outputs</dt><dd>{Escape(string.Join(", ", manifest.Signature.Outputs.Take(5)))}{(manifest.Signature.Outputs.Count > 5 ? ", …" : "")}</dd></div>
            </dl>
            <p><a href="openapi.json">How programs call it</a></p>
            </header>
            <main>
            <form id="row" novalidate>
            <h2>Try a row</h2>
            <div class="fields">
            {fields}</div>
            <div class="field key" id="key" hidden><label for="api-key">API key</label><input id="api-key" type="password" autocomplete="off" spellcheck="false"><p class="hint">The service asks for it; the page does not keep it.</p></div>
            <div class="actions"><button type="submit">Score</button><button type="reset" class="quiet">Example row</button></div>
            </form>
            <section aria-labelledby="answer-title"><h2 id="answer-title">Answer</h2><div id="answer" role="status" aria-live="polite"><p class="hint">Nothing was scored yet.</p></div></section>
            </main>
            <noscript><p>The form needs JavaScript.</p></noscript>
            <script>{script.Text}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Field(FeatureSignature input, int position, string value, ColumnStatistics? statistics)
    {
        var id = position.ToString(CultureInfo.InvariantCulture);
        var shared = $"""id="f{id}" data-name="{Escape(input.Name)}" aria-describedby="h{id} e{id}" """;
        var control = input.Type == ColumnType.Numeric
            ? $"""<input {shared} data-type="number" type="number" step="any" value="{Escape(value)}">"""
            : $"""<select {shared} data-type="category">{Options(input.Categories, value)}</select>""";
        return $"""
            <div class="field"><label for="f{id}">{Escape(input.Name)}</label>{control}<p class="hint" id="h{id}">{Escape(Hint(statistics))}</p><p class="fault" id="e{id}"></p></div>

            """;
    }

    private static string Options(IReadOnlyList<string> categories, string value)
    {
        var options = new StringBuilder();
        foreach (var category in categories)
            options.Append(CultureInfo.InvariantCulture, $"<option value=\"{Escape(category)}\"{(category == value ? " selected" : "")}>{Escape(category)}</option>");
        return options.Append(CultureInfo.InvariantCulture, $"<option value=\"\"{(value.Length == 0 ? " selected" : "")}>(missing)</option>").ToString();
    }

    private static string Hint(ColumnStatistics? statistics) => statistics switch
    {
        NumericStatistics { Minimum: { } least, Maximum: { } greatest } => string.Create(CultureInfo.InvariantCulture, $"{least:R} to {greatest:R} in training; empty: missing"),
        CategoricalStatistics categories => string.Create(CultureInfo.InvariantCulture, $"{categories.Distinct} {(categories.Distinct == 1 ? "category" : "categories")}"),
        _ => "",
    };

    private static string Escape(string text) => HtmlEncoder.Default.Encode(text);
}
