using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Tests.Wrong;

internal static partial class WrongEngines
{
    public sealed class GivesAnotherOutput : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) => new(["answer"], right.Score(rows, cancellation).Values.ToArray());
    }

    public sealed class LooksForCancellationOnceWhenItScores : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            return right.Score(rows, CancellationToken.None);
        }
    }

    public sealed class DividesByTheRange : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation)
        {
            var constant = rows.Columns.OfType<NumericColumn>().Any(column => column.Count > 1 && !column.Values.ContainsAnyExcept(column.Values[0]));
            return Changed(right.Score(rows, cancellation), value => constant ? double.NaN : value);
        }
    }

    public sealed class ThrowsAtRowsThatAllowNoModel : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) =>
            request.Features.Rows == 0 ? throw new FaultException() : base.Train(request, cancellation);
    }

    public sealed class NeedsTenRows : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) =>
            request.Features.Rows < 10 ? throw new FaultException() : base.Train(request, cancellation);
    }

    public sealed class ThrowsAtCommasInNames : WrongEngine
    {
        public override ITrainedModel Train(TrainingRequest request, CancellationToken cancellation) =>
            request.Signature.Inputs.Any(input => input.Name.Contains(',')) ? throw new FaultException() : base.Train(request, cancellation);
    }

    public sealed class NamesNoColumn : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation)
        {
            try
            {
                return right.Score(rows, cancellation);
            }
            catch (ArgumentException)
            {
                throw new ArgumentException("A column is missing.", nameof(rows));
            }
        }
    }

    public sealed class ThrowsAtNoRows : WrongEngine
    {
        protected override Scores Score(IScorer right, Table rows, CancellationToken cancellation) =>
            rows.Rows == 0 ? throw new FaultException() : right.Score(rows, cancellation);
    }
}
