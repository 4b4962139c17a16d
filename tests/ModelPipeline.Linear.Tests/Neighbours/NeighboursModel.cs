using System.Text.Json;
using System.Text.Json.Serialization;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Neighbours;

/// <summary>The training rows, as they stand in <c>neighbours.json</c>.</summary>
internal sealed record NeighboursModel(ModelTask Task, string[] Classes, int K, TrainingColumn[] Columns, double[] Answers)
{
    private const string FileName = "neighbours.json";

    public static NeighboursModel Of(TrainingRequest request) => new(
        request.Signature.Task,
        [.. request.Signature.Classes],
        (int)request.Parameters.Integer("k"),
        [.. InputColumns.Of(request.Features, request.Signature.Inputs).Select(TrainingColumn.Of)],
        request.Signature.Task == ModelTask.Regression ? request.Labels.Numbers.ToArray() : Array.ConvertAll(request.Labels.Codes.ToArray(), code => (double)code));

    public void Write(string folder) =>
        File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, NeighboursJson.Default.NeighboursModel));

    public static NeighboursModel Read(string folder, ModelSignature signature)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidDataException($"'{path}' does not exist: the folder is not a model of engine 'neighbours'.");
        try
        {
            var model = JsonSerializer.Deserialize(File.ReadAllBytes(path), NeighboursJson.Default.NeighboursModel);
            return model?.Fits(signature) == true ? model : throw new InvalidDataException($"'{path}' does not fit the model's signature.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"'{path}' is not a model of engine 'neighbours': {fault.Message}", fault);
        }
    }

    private bool Fits(ModelSignature signature) =>
        Task == signature.Task
        && Classes.SequenceEqual(signature.Classes)
        && K > 0
        && Answers.Length > 0
        && Answers.All(answer => Task == ModelTask.Regression ? double.IsFinite(answer) : answer >= 0 && answer < Classes.Length)
        && Columns.Length == signature.Inputs.Count
        && Columns.Zip(signature.Inputs).All(pair => pair.First?.Fits(pair.Second, Answers.Length) == true);
}

/// <summary>A feature of the training rows: numbers or texts, of which any may be missing (NaN, null).</summary>
internal sealed record TrainingColumn(string Name, double[]? Numbers, string?[]? Texts)
{
    public static TrainingColumn Of(Column column) => column is NumericColumn numbers
        ? new(column.Name, numbers.Values.ToArray(), null)
        : new(column.Name, null, [.. Enumerable.Range(0, column.Count).Select(row => column.IsMissing(row) ? null : column.Text(row))]);

    public bool Fits(FeatureSignature input, int rows) => Name == input.Name && (input.Type == ColumnType.Numeric
        ? Numbers?.Length == rows && Texts is null
        : Texts?.Length == rows && Numbers is null);
}

[JsonSerializable(typeof(NeighboursModel))]
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class NeighboursJson : JsonSerializerContext;
