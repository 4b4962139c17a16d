using System.Globalization;
using System.Text;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace Shared.Engines;

public abstract partial class EngineContract<TEngine>
{
    /// <summary>Every trainer with every task that it does.</summary>
    public static TheoryData<string, ModelTask> Trainers
    {
        get
        {
            var trainers = new TheoryData<string, ModelTask>();
            foreach (var trainer in new TEngine().Engine.Trainers)
                foreach (var task in trainer.Tasks)
                    trainers.Add(trainer.Name, task);
            return trainers;
        }
    }

    [Fact]
    public void Names_are_lower_case_words_with_hyphens()
    {
        Engine.Name.ShouldMatch("^[a-z][a-z0-9-]*$");
        Engine.Trainers.Select(trainer => trainer.Name).ShouldBeUnique();
        Engine.Trainers.ShouldAllBe(trainer => trainer.Tasks.Count > 0);
        foreach (var trainer in Engine.Trainers)
        {
            trainer.Name.ShouldMatch("^[a-z][a-z0-9-]*$");
            trainer.Parameters.Select(parameter => parameter.Name).ShouldBeUnique();
            trainer.Parameters.Select(parameter => parameter.Name).ShouldAllBe(name => name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
        }
    }

    [Fact]
    public void Every_parameter_is_described_and_its_default_is_one_of_its_values()
    {
        foreach (var trainer in Engine.Trainers)
        {
            trainer.Parameters.ShouldAllBe(parameter => parameter.Description.Length > 10 && parameter.Description.EndsWith('.'));
            var defaults = trainer.Parameters.Where(parameter => parameter.Default is not null);
            defaults.ShouldAllBe(parameter => parameter.Form == ParameterForm.Value);
            Should.NotThrow(() => new TrainerParameters(defaults.ToDictionary(parameter => parameter.Name, parameter => parameter.Default!)).Check([.. defaults]));
        }
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void Every_trainer_learns_with_its_defaults(string trainer, ModelTask task)
    {
        var unseen = Sample.Of(task, 200, seed: 2);

        using var model = Engine.Train(Subject.RequestOf(SampleOf(task), Named(trainer)), Cancellation);

        var scores = model.Scorer.Score(unseen.Rows, Cancellation);
        ShouldBeSound(task, scores);
        unseen.SquaredError(scores).ShouldBeLessThan(0.9 * unseen.SquaredErrorOfConstant());
    }

    [Theory]
    [MemberData(nameof(Trainers))]
    public void A_wrong_parameter_is_refused_by_its_name(string trainer, ModelTask task)
    {
        var request = Subject.RequestOf(SampleOf(task), Named(trainer));

        foreach (var parameter in Named(trainer).Parameters.Where(parameter => parameter.Form == ParameterForm.Value))
        {
            foreach (var wrong in WrongValues(parameter))
            {
                var values = new Dictionary<string, object>(request.Parameters.Values) { [parameter.Name] = wrong };
                Should.Throw<TrainingException>(() => Engine.Train(request with { Parameters = new(values) }, Cancellation), $"{parameter.Name} = {wrong}")
                    .Message.ShouldContain(parameter.Name);
            }
        }

        var unknown = new Dictionary<string, object>(request.Parameters.Values) { ["unheard_of"] = 1L };
        Should.Throw<TrainingException>(() => Engine.Train(request with { Parameters = new(unknown) }, Cancellation), "an unknown parameter")
            .Message.ShouldContain("unheard_of");
    }

    [Fact]
    public void A_trainer_that_does_not_do_the_task_is_refused_by_its_name()
    {
        foreach (var task in Subject.Tasks)
        {
            var request = Subject.RequestOf(SampleOf(task));
            foreach (var name in Engine.Trainers.Where(trainer => !trainer.Tasks.Contains(task)).Select(trainer => trainer.Name).Append("unheard-of"))
                Should.Throw<TrainingException>(() => Engine.Train(request with { Trainer = name }, Cancellation)).Message.ShouldContain(name);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Versions_are_told_each_once(ModelTask task)
    {
        using var model = Train(task);

        Engine.Versions.ShouldNotBeEmpty();
        Engine.Versions.Concat(model.Versions).ShouldAllBe(version => version.Key.Length > 0 && version.Value.Length > 0);
        Engine.Versions.Keys.Concat(model.Versions.Keys).ShouldBeUnique();
    }

    [Fact]
    public void Native_libraries_are_file_names_or_full_paths_and_files_are_in_the_folder()
    {
        Engine.NativeLibraries.ShouldAllBe(library => Path.IsPathFullyQualified(library) ? File.Exists(library) : library == Path.GetFileName(library) && library.Length > 0);
        foreach (var trainer in Engine.Trainers)
        {
            var files = Engine.Files(new(Subject.ParametersOf(trainer)));
            files.ShouldAllBe(file => !Path.IsPathRooted(file) && !file.Contains("..") && File.Exists(Path.Combine(Subject.Folder, file)));
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_saved_model_tells_no_time_path_or_host(ModelTask task)
    {
        using var folder = Saved(task);
        var bytes = folder.Files.SelectMany(ArchiveContents.WithThemselves).SelectMany(content => content).ToArray();
        string[] today = [.. new[] { "yyyy-MM-dd", "yyyyMMdd", "MM/dd/yyyy" }.Select(form => DateTime.UtcNow.ToString(form, CultureInfo.InvariantCulture))];
        string[] secrets = [folder.Path, Path.GetTempPath(), Environment.MachineName, AppContext.BaseDirectory, .. today];

        foreach (var secret in secrets.Where(secret => secret.Length > 4))
        {
            bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(-1, secret);
            bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(secret)).ShouldBe(-1, secret);
        }
    }

    private TrainerDefinition Named(string trainer) => Engine.Trainers.First(definition => definition.Name == trainer);

    private static IEnumerable<object> WrongValues(ParameterDefinition parameter)
    {
        if (parameter.Kind == ParameterKind.Any)
            yield break;
        yield return parameter.Kind == ParameterKind.Text ? 1L : "x";
        if (parameter.Choices.Count > 0)
            yield return "unheard-of";
        if (parameter.Kind == ParameterKind.Number)
            yield return double.NaN;
        if (parameter.Minimum is { } minimum)
            yield return parameter.Kind == ParameterKind.Integer ? (long)minimum - 1 : minimum - 1;
        if (parameter.Maximum is { } maximum)
            yield return parameter.Kind == ParameterKind.Integer ? (long)maximum + 1 : 2 * maximum + 1;
    }
}
