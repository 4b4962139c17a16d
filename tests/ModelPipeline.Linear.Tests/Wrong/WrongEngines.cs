using System.Globalization;
using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;
using Shared.Engines;

namespace ModelPipeline.Linear.Tests.Wrong;

/// <summary>Engines that do one thing wrong each, and one that does not.</summary>
internal static partial class WrongEngines
{
    public sealed class Unchanged : WrongEngine;

    public sealed class GuessesAlways : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => Changed(right.Score(rows, cancellation), _ => 0.5);
    }

    public sealed class DrawsByChance : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
        {
            int[] rows = [.. Enumerable.Range(0, request.Features.Rows).Select(_ => Random.Shared.Next(request.Features.Rows))];
            return base.Train(request with { Features = request.Features.Select(rows), Labels = request.Labels.Select(rows) }, cancellation);
        }
    }

    public sealed class WritesTheTime : WrongEngine
    {
        protected override void Save(ITrainedModel right, string folder)
        {
            right.Save(folder);
            File.WriteAllText(Path.Combine(folder, "time.txt"), DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture));
        }
    }

    public sealed class WritesInTheCulture : WrongEngine
    {
        protected override void Save(ITrainedModel right, string folder)
        {
            right.Save(folder);
            File.WriteAllText(Path.Combine(folder, "number.txt"), 1.5.ToString(CultureInfo.CurrentCulture));
        }
    }

    public sealed class ThrowsAtUnknownCategories : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) =>
            rows.Find(Sample.Colour) is CategoricalColumn { Categories: [var only] } && only is not ("blue" or "green" or "red")
                ? throw new FaultException()
                : right.Score(rows, cancellation);
    }

    public sealed class HasNoAnswerForMissingValues : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) =>
            Changed(right.Score(rows, cancellation), value => rows.Rows > 0 && rows[Sample.Weak].IsMissing(0) ? double.NaN : value);
    }

    public sealed class LooksAtTheWholeBatch : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) =>
            Changed(right.Score(rows, cancellation), value => value * (1 - (rows.Rows * 1e-12)));
    }

    public sealed class TakesColumnsByPlace : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => rows.Find(Sample.Strong) is NumericColumn && rows.Columns[0] is NumericColumn first
            ? right.Score(rows.With(new NumericColumn(Sample.Strong, first.Values.ToArray())), cancellation)
            : right.Score(rows, cancellation);
    }

    public sealed class TakesCodesForCategories : WrongEngine
    {
        private static readonly string[] Colours = ["blue", "green", "red", "?", "??", "???", "????"];

        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => rows.Find(Sample.Colour) is CategoricalColumn colour
            ? right.Score(rows.With(new CategoricalColumn(Sample.Colour, colour.Codes.ToArray(), Colours)), cancellation)
            : right.Score(rows, cancellation);
    }

    public sealed class LooksForCancellationOnce : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return base.Train(request, CancellationToken.None);
        }
    }

    public sealed class NeverStopsScoring : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => right.Score(rows, CancellationToken.None);
    }

    public sealed class KeepsWhatItScored : WrongEngine
    {
        private readonly List<Scores> _all = [];

        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation)
        {
            var scores = right.Score(rows, cancellation);
            lock (_all)
                _all.Add(scores);
            return scores;
        }
    }

    public sealed class IsForOneThread : WrongEngine
    {
        private int _running;

        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation)
        {
            var alone = Interlocked.Increment(ref _running) == 1;
            Thread.Sleep(1);
            var scores = Changed(right.Score(rows, cancellation), value => alone ? value : 0);
            Interlocked.Decrement(ref _running);
            return scores;
        }
    }

    public sealed class RemembersInsteadOfSaving : WrongEngine
    {
        private ITrainedModel? _last;

        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) => _last = base.Train(request, cancellation);

        public override IScorer Load(string folder, ModelSignature signature) => _last?.Scorer ?? throw new InvalidDataException("It is forgotten.");
    }

    public sealed class RoundsWhatItLoads : WrongEngine
    {
        public override IScorer Load(string folder, ModelSignature signature) => new Rounding(Right.Load(folder, signature));

        private sealed class Rounding(IScorer right) : IScorer
        {
            public Scores Score(Table rows, CancellationToken cancellation) => Changed(right.Score(rows, cancellation), value => (float)value);

            public void Dispose() => right.Dispose();
        }
    }

    public sealed class LoadsForAnySignature : WrongEngine
    {
        public override IScorer Load(string folder, ModelSignature signature) => Right.Load(folder, SignatureOf(ModelTask.BinaryClassification));
    }

    public sealed class ForgivesDamage : WrongEngine
    {
        public override IScorer Load(string folder, ModelSignature signature)
        {
            try
            {
                return Right.Load(folder, signature);
            }
            catch (InvalidDataException)
            {
                return Right.Train(RequestOf(Sample.Of(signature.Task, TrainingRows)), CancellationToken.None).Scorer;
            }
        }
    }

    public sealed class ReadsTheAnswer : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
        {
            var strongest = request.Features.Find("answer") is CategoricalColumn answer
                ? new NumericColumn(Sample.Strong, [.. answer.Codes.ToArray().Select(code => (double)code)])
                : request.Features[Sample.Strong];
            return base.Train(request with { Features = request.Features.With(strongest) }, cancellation);
        }
    }

    public sealed class IgnoresTheStrongFeature : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => right.Score(rows.WithNumber(Sample.Strong, 0), cancellation);
    }

    public sealed class TakesAnyParameter : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) =>
            base.Train(request with { Parameters = new(ParametersOf(TrainerOf(request.Signature.Task))) }, cancellation);
    }

    public sealed class OverflowsAsSinglePrecision : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation)
        {
            var overflow = rows.Rows > 0 && rows.Find(Sample.Strong) is NumericColumn strong && float.IsInfinity((float)strong.Values[0]);
            return Changed(right.Score(rows, cancellation), value => overflow ? double.NaN : value);
        }
    }

    public sealed class CutsCategoriesAtQuotes : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation)
        {
            string[] cut = [.. request.Signature.Inputs.SelectMany(input => input.Categories).Select(category => category.Split('"')[0])];
            if (cut.Distinct().Count() < cut.Length)
                throw new FaultException();
            return base.Train(request, cancellation);
        }
    }
}
