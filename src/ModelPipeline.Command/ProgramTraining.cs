using ModelPipeline.Command.Exchange;
using ModelPipeline.Command.Files;
using ModelPipeline.Command.Parameters;
using ModelPipeline.Command.Persistence;
using ModelPipeline.Command.Running;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Command;

/// <summary>One training: writes the rows, runs the train command, takes the files that it wrote.</summary>
internal sealed class ProgramTraining(TrainingRequest request, TimeProvider clock)
{
    /// <exception cref="TrainingException">The request allows no model, or the program made none.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public ITrainedModel Run(CancellationToken cancellation)
    {
        string[] faults = [.. Faults()];
        if (faults.Length > 0)
            throw new TrainingException($"Engine '{CommandEngine.EngineName}' cannot train: {string.Join("; ", faults)}.");
        var columns = InputColumns.Of(request.Features, request.Signature.Inputs);
        var parameters = new ProgramParameters(request.Parameters, request.Seed);
        var folder = new ProgramFolder(parameters.Files);
        try
        {
            ProgramFiles.Copy(parameters.Files, request.Folder, folder.Files);
            File.WriteAllBytes(folder.Parameters, ParametersJson.Write(request.Signature, request.Label, parameters.Values, request.Seed));
            Train(parameters, folder, [.. columns, request.Labels.AsColumn(request.Label)], cancellation);
            var files = ProgramModelFile.DigestsOf([.. parameters.Files, .. ModelFiles.In(folder.Model)], folder.Files);
            return new TrainedProgram(new ProgramModel(folder, parameters, request.Label, files), request.Signature, VersionsJson.Read(folder.Model), clock);
        }
        catch (ProgramException fault)
        {
            folder.Dispose();
            throw new TrainingException($"Engine '{CommandEngine.EngineName}': {fault.Message}.");
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private void Train(ProgramParameters parameters, ProgramFolder folder, Column[] columns, CancellationToken cancellation)
    {
        using var run = folder.NewRun();
        using (var data = File.Create(run.Data))
            RowsCsv.Write(data, columns, 0, request.Features.Rows, cancellation);
        var command = Placeholder.Fill(parameters.Train, new Dictionary<string, string>(parameters.Placeholders)
        {
            [Placeholder.Data] = run.Data,
            [Placeholder.Output] = folder.Model,
            [Placeholder.Parameters] = folder.Parameters,
        });
        new ProgramRunner(parameters, clock).Run("the train command", command, run, () => ModelFiles.Limit(folder.Model), cancellation);
    }

    private IEnumerable<string> Faults()
    {
        if (request.Trainer != ProgramTrainer.Name)
            yield return $"there is no trainer {QuotedText.Of(request.Trainer)}, only '{ProgramTrainer.Name}'";
        foreach (var fault in ParameterFaults.Of(request.Parameters))
            yield return fault;
        if (request.Signature.Inputs.Count == 0)
            yield return "there is no feature: the data need a column beside the label, the key and the ignored ones";
        if (request.Signature.Inputs.Any(input => input.Name == request.Label))
            yield return $"a feature has the label's name {QuotedText.Of(request.Label)}";
        if (request.Features.Rows == 0)
            yield return "there is no training row";
        if (request.Labels.Count != request.Features.Rows)
            yield return $"there are {request.Features.Rows} rows and {request.Labels.Count} labels";
        if (request.Signature.Task == ModelTask.Regression && request.Labels.Numbers.ContainsAnyExceptInRange(double.MinValue, double.MaxValue))
            yield return "a label is missing or not finite: remove its row";
    }
}
